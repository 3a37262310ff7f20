package dev.tendril.api.cell;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatesTest {
    record Plain(Tensor h, Tensor c) implements CellState {}

    record Wrapping<S extends CellState>(S inner, Noise noise) implements CellState {}

    record Stacked(List<CellState> layers, List<? extends State> others) implements CellState {}

    record Counting(Tensor h, int steps) implements CellState {}

    record Naming(List<String> names) implements CellState {}

    record Keyed(Map<String, Tensor> tensors) implements CellState {}

    static final class NoRecord implements CellState {}

    @ParameterizedTest
    @ValueSource(classes = {Plain.class, Wrapping.class, Stacked.class, NoState.class})
    void recordsOfTensorsNoisesStatesAndListsOfStatesAreStates(Class<? extends State> type) {
        assertThatCode(() -> States.check(type)).doesNotThrowAnyException();
    }

    @Test
    void anythingElseIsRefusedByItsName() {
        assertRefused(Counting.class, "component 'steps'", "is int");
        assertRefused(Naming.class, "component 'names'", "java.util.List<java.lang.String>");
        assertRefused(Keyed.class, "component 'tensors'", "java.util.Map");
        assertRefused(NoRecord.class, NoRecord.class.getName(), "is not a record");
    }

    private static void assertRefused(Class<? extends State> type, String place, String found) {
        assertThatThrownBy(() -> States.check(type))
                .isInstanceOf(TendrilException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(found);
    }
}
