package dev.tendril.runtime.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import org.junit.jupiter.api.Test;

class StateRecordsTest {
    record Hidden(Tensor h) implements CellState {}

    record Counted(Tensor h, int steps) implements CellState {}

    private static final class HiddenCell implements Cell<Hidden> {
        @Override
        public Hidden initialState(int batch, Pass pass) {
            return new Hidden(pass.zeros(Shape.of(batch, 1)));
        }

        @Override
        public Hidden step(Tensor x, Hidden previous) {
            return previous;
        }

        @Override
        public Tensor output(Hidden state) {
            return state.h();
        }
    }

    private static final class CountingCell implements Cell<Counted> {
        @Override
        public Counted initialState(int batch, Pass pass) {
            return new Counted(pass.zeros(Shape.of(batch, 1)), 0);
        }

        @Override
        public Counted step(Tensor x, Counted previous) {
            return new Counted(previous.h(), previous.steps() + 1);
        }

        @Override
        public Tensor output(Counted state) {
            return state.h();
        }
    }

    @Test
    void aCellWhoseStateHoldsTensorsIsTaken() {
        HiddenCell cell = new HiddenCell();
        assertThat(StateRecords.checked("acme/hidden", cell)).isSameAs(cell);
    }

    @Test
    void aCellWhoseStateHoldsAnythingElseIsRefusedByName() {
        assertThatThrownBy(() -> StateRecords.checked("acme/counting", new CountingCell()))
                .isInstanceOf(TendrilException.class)
                .hasMessageStartingWith("cell 'acme/counting': component 'steps' of state ")
                .hasMessageEndingWith("is int; a state holds tensors, noises, states and lists of states");
    }
}
