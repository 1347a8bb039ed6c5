package dailyreport.application.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** A port that a test looks at. */
final class Spied {
  private Spied() {}

  /** Sees a call before the port does; what it throws the caller gets in place of an answer. */
  @FunctionalInterface
  interface Eye {
    void sees(String method, List<Object> arguments);
  }

  static <T> T on(Class<T> type, T port, Eye eye) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              eye.sees(method.getName(), arguments == null ? List.of() : List.of(arguments));
              try {
                return method.invoke(port, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
