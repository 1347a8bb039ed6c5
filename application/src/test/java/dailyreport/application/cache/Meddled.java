package dailyreport.application.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Ports of a world into which a test puts its hand at one of their methods. */
final class Meddled {
  private Meddled() {}

  /** What happens in place of a call. */
  @FunctionalInterface
  interface Meddling {
    @Nullable Object at(Callable<@Nullable Object> call) throws Exception;
  }

  /** The port, with every call of that method going through the meddling. */
  static <T> T port(Class<T> type, T port, String method, Meddling meddling) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, called, arguments) -> {
              Callable<@Nullable Object> call =
                  () -> {
                    try {
                      return called.invoke(port, arguments);
                    } catch (InvocationTargetException e) {
                      if (e.getCause() instanceof Exception cause) {
                        throw cause;
                      }
                      throw e;
                    }
                  };
              return called.getName().equals(method) ? meddling.at(call) : call.call();
            }));
  }

  /** The port, with something happening before each call of that method. */
  static <T> T before(Class<T> type, T port, String method, Runnable action) {
    return port(
        type,
        port,
        method,
        call -> {
          action.run();
          return call.call();
        });
  }
}
