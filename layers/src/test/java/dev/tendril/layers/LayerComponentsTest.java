package dev.tendril.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Param;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayerComponentsTest {
    static Stream<ComponentProvider<?>> providers() {
        return Stream.of(Kind.values()).flatMap(kind -> of(kind).stream());
    }

    private static List<? extends ComponentProvider<?>> of(Kind kind) {
        return kind.of(new LayerComponents());
    }

    @ParameterizedTest
    @EnumSource
    void namesAreUniqueWithinTheirKind(Kind kind) {
        assertThat(of(kind)).extracting(ComponentProvider::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyComponentAndParameterSaysWhatItIs(ComponentProvider<?> provider) {
        assertThat(provider.name()).matches("[a-z][a-z0-9_]*");
        assertThat(provider.description()).as(provider.name()).endsWith(".");
        for (RecordComponent component : provider.parameters().getRecordComponents()) {
            Param param = component.getAnnotation(Param.class);
            assertThat(param)
                    .as("%s of %s", component.getName(), provider.name())
                    .isNotNull();
            assertThat(param.value()).endsWith(".");
        }
    }
}
