package dev.tendril.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Param;
import dev.tendril.training.optimizer.SgdParameters;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TrainingComponentsTest {
    static Stream<ComponentProvider<?>> providers() {
        return Arrays.stream(Kind.values()).flatMap(kind -> kind.of(new TrainingComponents()).stream());
    }

    @Test
    void holdsTheComponentsOfThisModule() {
        Map<Kind, List<String>> names = Arrays.stream(Kind.values())
                .filter(kind -> !kind.of(new TrainingComponents()).isEmpty())
                .collect(Collectors.toMap(kind -> kind, kind -> kind.of(new TrainingComponents()).stream()
                        .map(ComponentProvider::name)
                        .toList()));
        assertThat(names)
                .isEqualTo(Map.of(
                        Kind.LOSS, List.of("cross_entropy", "mse", "mae", "huber", "binary"),
                        Kind.METRIC,
                                List.of(
                                        "accuracy",
                                        "macro_f1",
                                        "micro_f1",
                                        "span_f1",
                                        "mae",
                                        "mse",
                                        "rmse",
                                        "mase",
                                        "scaled_mse",
                                        "naive_mae",
                                        "naive_mse",
                                        "naive_rmse",
                                        "naive_mase",
                                        "naive_scaled_mse"),
                        Kind.OPTIMIZER, List.of("sgd", "adam"),
                        Kind.SCHEDULE, List.of("constant", "warmup", "noam"),
                        Kind.CLIPPING, List.of("norm", "value"),
                        Kind.AVERAGING, List.of("exponential", "last_epochs")));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyComponentAndEveryParameterIsDescribedInASentence(ComponentProvider<?> provider) {
        assertThat(provider.description()).endsWith(".").hasSizeGreaterThan(20);
        for (RecordComponent component : provider.parameters().getRecordComponents()) {
            Param param = component.getAnnotation(Param.class);
            assertThat(param).as(component.getName()).isNotNull();
            assertThat(param.value()).endsWith(".");
        }
    }

    @Test
    void nesterovWantsMomentum() {
        assertThatThrownBy(() -> new SgdParameters(0.1, 0, true, 0))
                .isInstanceOfSatisfying(InvalidParameter.class, refused -> assertThat(refused.parameter())
                        .isEqualTo("nesterov"));
    }
}
