package dailyreport.contract.scenarios;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Puts something around every call of a port, whichever port it is. */
public final class Ports {
  private Ports() {}

  /** The call itself. */
  @FunctionalInterface
  public interface Call {
    @Nullable Object run() throws Throwable;
  }

  /** What happens instead of the call; most often the call and something else. */
  @FunctionalInterface
  public interface Around {
    @Nullable Object call(String method, Object[] arguments, Call call) throws Throwable;
  }

  /** The port with that around each of its calls. */
  public static <T> T around(Class<T> port, T target, Around around) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, given) -> {
              Object[] arguments = given == null ? new Object[0] : given;
              return around.call(
                  method.getName(),
                  arguments,
                  () -> {
                    try {
                      return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  });
            }));
  }
}
