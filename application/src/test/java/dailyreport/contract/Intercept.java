package dailyreport.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands between the cache and a port, for tests that let something happen at a request. */
public final class Intercept {
  private Intercept() {}

  /** What happens instead of a call. */
  @FunctionalInterface
  public interface Instead {
    /**
     * Answers a call.
     *
     * @param method name of the port's method
     * @param through makes the call after all
     */
    @Nullable Object of(String method, Object[] arguments, Through through) throws Throwable;
  }

  /** The call as it was meant. */
  @FunctionalInterface
  public interface Through {
    @Nullable Object call() throws Throwable;
  }

  /** The port with every call intercepted. */
  public static <T> T calls(Class<T> port, T real, Instead instead) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) ->
                instead.of(method.getName(), arguments, () -> invoke(real, method, arguments))));
  }

  private static @Nullable Object invoke(Object real, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
