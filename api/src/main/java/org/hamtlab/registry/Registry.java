package org.hamtlab.registry;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Faults;
import org.hamtlab.config.Phrase;
import org.hamtlab.config.Selection;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.spi.StrategyProvider;

/**
 * The strategies that are installed, and the resolution of phrases against them. Immutable and safe
 * for any number of threads.
 *
 * <p>A phrase is read in layers. What it leaves out comes from its preset, and what that leaves out
 * from {@code @default}. Where a phrase names the same strategy as the layer below, parameters that
 * it does not name keep what the lower layer says of them; where it names another one, they take
 * their defaults. So {@code @mojo-hamt allocator=pool{slots=16}} keeps {@code parent=gc}, and
 * {@code @mojo-hamt layout=tagged-int} has the default span of {@code tagged-int}.
 */
public final class Registry {
  private static final ClassLoader OWN_LOADER = Registry.class.getClassLoader();
  private static final Map<ClassLoader, WeakReference<Registry>> BY_LOADER = new WeakHashMap<>();

  /** Keeps the registry of our own loader, which lives as long as this class. */
  @SuppressWarnings("unused")
  private static Registry ownRegistry;

  private final Installed installed;
  private final Presets presets;
  private final PhraseResolver resolver;
  private final Variants variants;
  private final Exclusions exclusions;
  private final Idleness idleness;

  private Registry(List<InstalledStrategy> strategies, Map<String, String> phrases, Faults faults) {
    installed = new Installed(strategies, faults);
    presets = new Presets(phrases, faults);
    SelectionResolver.checkDefaults(installed, faults);
    faults.throwIfAny();
    resolver = new PhraseResolver(installed, presets);
    variants = new Variants(installed);
    exclusions = new Exclusions(installed);
    idleness = new Idleness(installed);
  }

  /**
   * The strategies and presets that ServiceLoader finds with the context class loader, or with the
   * loader of this class if a thread has none. Searched once for each loader, as long as somebody
   * uses the registry or the loader is that of this class.
   *
   * @throws ConfigurationException if two classes claim one id, two jars one preset, or a provider
   *     breaks a rule; it lists everything that is wrong
   */
  public static Registry installed() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? OWN_LOADER : context;
    synchronized (BY_LOADER) {
      WeakReference<Registry> known = BY_LOADER.get(loader);
      Registry registry = known == null ? null : known.get();
      if (registry == null) {
        registry = search(loader);
        BY_LOADER.put(loader, new WeakReference<>(registry));
        ownRegistry = loader == OWN_LOADER ? registry : ownRegistry;
      }
      return registry;
    }
  }

  private static Registry search(ClassLoader loader) {
    Faults faults = new Faults();
    return new Registry(Discovery.with(loader, faults), PresetFiles.with(loader, faults), faults);
  }

  /** A registry of given providers and our own presets, for tests and tools. */
  public static Registry of(List<? extends StrategyProvider> providers) {
    Faults faults = new Faults();
    Map<String, String> presets = PresetFiles.own(faults);
    faults.throwIfAny();
    return of(providers, presets);
  }

  /**
   * A registry of given providers and presets, for tests and tools.
   *
   * @param presets phrases by name; {@code default} says what other phrases leave out
   */
  public static Registry of(
      List<? extends StrategyProvider> providers, Map<String, String> presets) {
    Faults faults = new Faults();
    List<InstalledStrategy> strategies = new ArrayList<>();
    for (StrategyProvider provider : providers) {
      List<Axis> axes = ProviderRules.axes(provider);
      if (axes.isEmpty()) {
        faults.add(
            Origin.of(provider.getClass())
                + ": provides nothing (expected the provider interface of an axis). Implement"
                + " one.");
      }
      for (Axis axis : axes) {
        ProviderRules.inspect(axis, provider, faults).ifPresent(strategies::add);
      }
    }
    return new Registry(strategies, new LinkedHashMap<>(presets), faults);
  }

  /** The providers of an axis, by id. */
  public List<StrategyProvider> providers(Axis axis) {
    return installed.on(axis).stream().map(InstalledStrategy::provider).toList();
  }

  /** The provider of an id; an unknown one is an error that lists what is installed. */
  public StrategyProvider provider(Axis axis, StrategyId id) {
    return installed.get(axis, id.value()).provider();
  }

  /** Whether the strategy of a treatment on an axis, as it is set, offers a trait. */
  public boolean offers(Treatment treatment, Axis axis, Trait trait) {
    return offers(axis, treatment.on(axis), trait);
  }

  /** Whether a strategy of an axis, as it is set, offers a trait; none offers nothing. */
  public boolean offers(Axis axis, Selection selection, Trait trait) {
    return selection
        .id()
        .map(id -> provider(axis, id).traits(selection.settings()).offers().contains(trait))
        .orElse(false);
  }

  /** The presets by name without the at sign, each with the phrase that it stands for. */
  public Map<String, String> presets() {
    return presets.phrases();
  }

  /** The treatment that a phrase spells; a malformed or invalid one is an error. */
  public Treatment resolve(String phrase) {
    return resolver.resolve(phrase, treatment -> exclusions(treatment).isEmpty());
  }

  /** The treatment that the words of a command line spell together, in one phrase. */
  public Treatment resolve(List<String> words) {
    return resolve(String.join(" ", words));
  }

  /**
   * The treatment that a phrase spells, if it is possible.
   *
   * @throws ConfigurationException if it is malformed, invalid, or impossible as {@link
   *     #exclusion(String)} says
   */
  public Treatment possible(String phrase) {
    Treatment treatment = resolve(phrase);
    Optional<String> reason = exclusion(treatment).isEmpty() ? Optional.empty() : exclusion(phrase);
    if (reason.isPresent()) {
      throw new ConfigurationException(
          "composition: '" + phrase + "' is impossible: " + reason.get());
    }
    return treatment;
  }

  /** A strategy of an axis with all its defaults. */
  public Selection defaults(Axis axis, StrategyId id) {
    return variants.defaults(installed.get(axis, id.value()));
  }

  /** The selection that a part of a phrase spells, such as {@code pool{slots=65536}}. */
  public Selection selection(Axis axis, String text) {
    Faults faults = new Faults();
    Optional<Phrase.Value> value = Phrase.parseValue(text, faults);
    SelectionResolver values = new SelectionResolver(installed, faults);
    Selection selection =
        value.map(it -> values.selection(axis.key(), axis, it)).orElse(Selection.NONE);
    faults.throwIfAny();
    return selection;
  }

  /** Why a treatment is impossible; empty if it is possible. */
  public Optional<String> exclusion(Treatment treatment) {
    List<String> reasons = exclusions(treatment);
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", reasons));
  }

  /** Every reason why a treatment is impossible. */
  public List<String> exclusions(Treatment treatment) {
    List<String> reasons = exclusions.reasons(treatment);
    return reasons.isEmpty() ? unbuildable(treatment, EnumSet.allOf(Axis.class)) : reasons;
  }

  /**
   * Why what a phrase spells is impossible; empty if it is possible. Of strategies that the phrase
   * does not name nothing is said if those that it names do not fit together; else they are called
   * defaults, and those are taken which are least in the way.
   */
  public Optional<String> exclusion(String phrase) {
    if (exclusions(resolve(phrase)).isEmpty()) {
      return Optional.empty();
    }
    Set<Axis> named = resolver.named(phrase);
    return resolver.readings(phrase).stream()
        .map(reading -> exclusions(reading, named))
        .min(Comparator.comparingInt(List::size))
        .map(reasons -> String.join(" ", reasons));
  }

  private List<String> exclusions(Treatment treatment, Set<Axis> named) {
    List<String> reasons = exclusions.reasons(treatment, named);
    return reasons.isEmpty() ? unbuildable(treatment, named) : reasons;
  }

  /** Why the layout cannot stand in the memory in which {@code build} fills a map. */
  private List<String> unbuildable(Treatment treatment, Set<Axis> named) {
    Optional<StrategyId> allocator = treatment.build().allocator();
    if (allocator.isEmpty()) {
      return List.of();
    }
    String subject = "build=" + treatment.build() + " fills maps over allocator " + allocator.get();
    Optional<Selection> building = building(treatment);
    Set<Axis> chosen = EnumSet.of(Axis.ALLOCATOR);
    chosen.addAll(named);
    return building.isEmpty()
        ? List.of(
            subject
                + ", which is not installed. Install it, or say build=bottom-up or"
                + " build=one-by-one.")
        : exclusions.reasons(treatment.with(Axis.ALLOCATOR, building.get()), chosen).stream()
            .map(reason -> subject + ": " + reason + " Or say build=bottom-up.")
            .toList();
  }

  /**
   * The parameters of a treatment that do not matter, nested ones included: those whose declared
   * condition does not hold.
   */
  public List<IdleParameter> idle(Treatment treatment) {
    return idleness.of(treatment);
  }

  /**
   * A treatment with its idle parameters at their defaults: the same one for all treatments that
   * differ in idle parameters alone, and so in nothing that can be counted.
   */
  public Treatment plain(Treatment treatment) {
    return idleness.plain(treatment);
  }

  /** The allocator of the memory in which {@code build} fills a map, if not the map's own. */
  public Optional<Selection> building(Treatment treatment) {
    return treatment
        .build()
        .allocator()
        .flatMap(id -> installed.find(Axis.ALLOCATOR, id.value()))
        .map(variants::defaults);
  }

  /**
   * A strategy with its defaults, then once more for every choice by which its traits differ: the
   * selections that can decide whether a combination is possible.
   */
  public List<Selection> variants(Axis axis, StrategyId id) {
    return variants.of(installed.get(axis, id.value()));
  }

  /**
   * Every combination of the variants of the strategies installed, possible or not, in the order of
   * axes, ids and choices.
   */
  public List<Combination> combinations() {
    return new Combinations(installed, variants, exclusions).all();
  }
}
