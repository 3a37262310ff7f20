package dev.tendril.runtime.wiring;

import dev.tendril.api.TendrilException;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.State;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Pass;
import java.lang.reflect.Method;

/** Checks the state of a cell when the cell is made, long before its first step. */
final class StateRecords {
    private StateRecords() {}

    /**
     * The cell itself.
     *
     * @throws TendrilException naming the cell if its state is a record that cannot be a state
     */
    static Cell<?> checked(String id, Cell<?> cell) {
        for (Method method : cell.getClass().getMethods()) {
            if (startsState(method) && method.getReturnType().isRecord()) {
                check(id, method.getReturnType().asSubclass(State.class));
            }
        }
        return cell;
    }

    /** The method as the cell declares it; a generic wrapper, whose state is any cell's, returns no record. */
    private static boolean startsState(Method method) {
        return method.getName().equals("initialState")
                && !method.isBridge()
                && method.getParameterCount() == 2
                && method.getParameterTypes()[0] == int.class
                && method.getParameterTypes()[1] == Pass.class;
    }

    private static void check(String id, Class<? extends State> state) {
        try {
            States.check(state);
        } catch (TendrilException unusable) {
            throw new TendrilException("cell '" + id + "': " + unusable.getMessage(), unusable);
        }
    }
}
