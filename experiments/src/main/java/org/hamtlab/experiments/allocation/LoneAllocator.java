package org.hamtlab.experiments.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.Allocator;
import org.hamtlab.spi.AllocatorContext;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.SlotMemory;

/**
 * An allocator without a trie, over a memory that nobody writes to.
 *
 * @param allocator as its phrase says
 * @param warnings what it and its parents told the user so far
 */
public record LoneAllocator(Allocator allocator, List<String> warnings) {

  /**
   * Creates the allocator that a phrase names, such as {@code freelist{parent=malloc}}.
   *
   * @param phrase what stands after {@code allocator=}
   */
  public static LoneAllocator of(Registry registry, String phrase, SlotMemory memory) {
    return of(registry, registry.resolve("allocator=" + phrase).allocator(), memory);
  }

  /** Creates the allocator that was selected. */
  public static LoneAllocator of(Registry registry, Selection selection, SlotMemory memory) {
    List<String> warnings = new ArrayList<>();
    return new LoneAllocator(created(registry, selection, memory, warnings), warnings);
  }

  private static Allocator created(
      Registry registry, Selection selection, SlotMemory memory, List<String> warnings) {
    Settings settings = selection.settings();
    AllocatorProvider provider =
        (AllocatorProvider) registry.provider(Axis.ALLOCATOR, selection.id().orElseThrow());
    return provider.create(
        settings,
        new AllocatorContext() {
          @Override
          public SlotMemory memory() {
            return memory;
          }

          @Override
          public Optional<Allocator> nested(StrategyParameter parameter) {
            Selection parent = settings.get(parameter);
            return parent.isNone()
                ? Optional.empty()
                : Optional.of(created(registry, parent, memory, warnings));
          }

          @Override
          public void warn(String message) {
            warnings.add(message);
          }
        });
  }
}
