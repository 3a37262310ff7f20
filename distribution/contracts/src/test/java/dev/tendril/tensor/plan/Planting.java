package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Plants one bug in a plan, forwards or backwards. */
public final class Planting {
    private final PlantedBug bug;
    private final boolean backwards;
    private final Set<Recurrence> planted = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Will plant a bug.
     *
     * @param backwards whether in the gradients, else in the step itself
     */
    public Planting(PlantedBug bug, boolean backwards) {
        this.bug = bug;
        this.backwards = backwards;
    }

    /**
     * Plants it wherever it is not yet.
     *
     * @throws IllegalStateException if the plan has nothing that this bug could spoil
     */
    public void in(UnrollPlan plan) {
        List<Recurrence> all = new ArrayList<>();
        if (backwards) {
            plan.gradients().forEach(gradient -> all.add(gradient.recurrence()));
        } else {
            all.add(plan.forwards());
        }
        all.stream().filter(planted::add).forEach(bug::spoil);
    }

    /** Whether it has been planted at all. */
    public boolean done() {
        return !planted.isEmpty();
    }
}
