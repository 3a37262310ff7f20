package dev.tendril.contracts.builtin;

import dev.tendril.testkit.ComponentContract;
import java.util.ArrayList;
import java.util.List;

/** The contracts that the built-in components are held to. */
public final class BuiltInContracts {
    private BuiltInContracts() {}

    /** One contract at least for every built-in component. */
    public static List<ComponentContract<?>> all() {
        List<ComponentContract<?>> all = new ArrayList<>(LayerContracts.all());
        all.addAll(TrainingContracts.all());
        all.addAll(TextContracts.all());
        return all;
    }
}
