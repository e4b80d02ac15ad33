package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * What every provider must declare, and the settings of its defaults for the contract of its axis.
 *
 * @param <P> the provider type of the axis
 */
public abstract class ProviderContract<P extends StrategyProvider> {
  /** Names the strategy in every failure. */
  @RegisterExtension
  public final TestExecutionExceptionHandler naming =
      (context, failure) -> {
        if (failure instanceof TestAbortedException) {
          throw failure;
        }
        throw new AssertionError(
            provider().id()
                + " of "
                + provider().getClass().getName()
                + " breaks its contract, "
                + context.getRequiredTestMethod().getName()
                + ": "
                + failure.getMessage(),
            failure);
      };

  /** Creates the contract. */
  protected ProviderContract() {}

  /** A new provider, as ServiceLoader would create it. */
  protected abstract P provider();

  /** The defaults, and {@code none} for nested strategies. Override for other settings. */
  protected Settings settings() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter<?> parameter : provider().parameters()) {
      values.put(parameter.name(), defaultValue(parameter));
    }
    return new Settings(values);
  }

  private static Object defaultValue(Parameter<?> parameter) {
    return switch (parameter) {
      case IntParameter number -> number.defaultValue();
      case LongParameter number -> number.defaultValue();
      case ChoiceParameter choice -> choice.defaultText();
      case StrategyParameter nested -> Selection.NONE;
    };
  }

  @Test
  public void isPublicWithAPublicConstructor() throws ReflectiveOperationException {
    Class<?> type = provider().getClass();

    assertThat(Modifier.isPublic(type.getModifiers())).as("%s is public", type).isTrue();
    assertThat(type.getConstructor().newInstance()).isInstanceOf(type);
  }

  @Test
  public void describesItself() {
    P provider = provider();

    assertThat(provider.id()).isEqualTo(provider().id());
    assertThat(provider.summary()).endsWith(".");
    assertThat(provider.source()).isNotBlank();
  }

  @Test
  public void declaresParametersThatAUserUnderstands() {
    assertThat(provider().parameters())
        .allSatisfy(parameter -> {
          assertThat(parameter.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
          assertThat(parameter.sentence()).endsWith(".");
          assertThat(parameter.range()).isNotBlank();
        })
        .extracting(Parameter::name)
        .doesNotHaveDuplicates();
  }

  @Test
  public void holdsNoStateInStatics() {
    assertThat(variableStatics(provider().getClass())).isEmpty();
  }

  /** Statics that can change, in a class and the classes nested in it. */
  protected static List<String> variableStatics(Class<?> type) {
    List<String> found = new ArrayList<>();
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .filter(field -> !isConstant(field))
        .forEach(field -> found.add(type.getName() + '.' + field.getName()));
    for (Class<?> nested : type.getDeclaredClasses()) {
      found.addAll(variableStatics(nested));
    }
    return found;
  }

  private static boolean isConstant(Field field) {
    return Modifier.isFinal(field.getModifiers())
        && !field.getType().isArray()
        && !Collection.class.isAssignableFrom(field.getType())
        && !Map.class.isAssignableFrom(field.getType());
  }
}
