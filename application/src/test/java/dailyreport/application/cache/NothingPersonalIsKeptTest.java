package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.Lease;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** No presigned address, token or user identifier is ever stored. */
class NothingPersonalIsKeptTest {
  private final InMemoryCacheWorld world = new InMemoryCacheWorld();

  @Test
  void whoAskedIsNotHandedToAnyTierNorToAnyEvent() {
    String canary = "canary-5f1e";
    List<String> handed = new CopyOnWriteArrayList<>();
    LocalCache local = overheard(LocalCache.class, world.newLocalCache(), handed);
    Instance one =
        world.instance(
            Tiers.hybrid(
                local,
                overheard(SharedCache.class, world.shared(), handed),
                overheard(GenerationLease.class, world.lease(), handed),
                overheard(InvalidationLog.class, world.log(), handed)),
            local,
            world.policy(),
            world.generator);
    var work = Deadline.in(Duration.ofSeconds(105), world.clock.instant());

    one.cache().get(KEY, Requester.of(canary), work, work);
    world.clock.advance(Duration.ofSeconds(1));
    one.cache().invalidate(new Scope.All(), Strength.SOFT, work);
    one.cache().get(KEY, Requester.of(canary), work, work);

    assertThat(handed).hasSizeGreaterThan(10).noneMatch(text -> text.contains(canary));
    assertThat(one.events().events()).isNotEmpty().noneMatch(it -> it.toString().contains(canary));
    assertThat(one.queue().pending()).isNotEmpty().noneMatch(it -> it.toString().contains(canary));
  }

  /** A presigned address would need a place: there is none but the links of the news. */
  @Test
  void theOnlyAddressInAnythingStoredIsThatOfAHeadline() {
    var addresses = new TreeSet<String>();
    for (Class<?> stored :
        List.of(
            CacheEntry.Positive.class,
            CacheEntry.Negative.class,
            Bundle.class,
            LocalCopy.class,
            Lease.class,
            Watermarks.class)) {
      collect(stored, Set.of(), addresses);
    }

    assertThat(addresses).containsExactly("Headline.link");
  }

  private static void collect(Class<?> type, Set<Class<?>> above, Set<String> addresses) {
    if (!type.isRecord() || above.contains(type)) {
      return;
    }
    var path = new HashSet<>(above);
    path.add(type);
    for (RecordComponent component : type.getRecordComponents()) {
      for (Class<?> part : classes(component.getGenericType())) {
        if (part == URI.class || part == URL.class) {
          addresses.add(type.getSimpleName() + "." + component.getName());
        }
        collect(part, path, addresses);
      }
    }
  }

  private static List<Class<?>> classes(Type type) {
    return switch (type) {
      case Class<?> plain when plain.isArray() -> List.of(plain.getComponentType());
      case Class<?> plain -> List.of(plain);
      case ParameterizedType generic ->
          Arrays.stream(generic.getActualTypeArguments())
              .flatMap(argument -> classes(argument).stream())
              .toList();
      default -> throw new IllegalArgumentException("not foreseen: " + type);
    };
  }

  private static <T> T overheard(Class<T> type, T port, List<String> handed) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              handed.add(method.getName() + Arrays.deepToString(arguments));
              return method.invoke(port, arguments);
            }));
  }
}
