package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Plants one bug in a plan, forwards or backwards, or none. */
public final class Planting {
    private final Predicate<Recurrence> spoil;
    private final boolean backwards;
    private final Set<Recurrence> planted = Collections.newSetFromMap(new IdentityHashMap<>());

    private Planting(Predicate<Recurrence> spoil, boolean backwards) {
        this.spoil = spoil;
        this.backwards = backwards;
    }

    /**
     * Will plant a bug.
     *
     * @param backwards whether in the gradients, else in the step itself
     */
    public static Planting of(PlantedBug bug, boolean backwards) {
        return new Planting(
                plan -> {
                    bug.spoil(plan);
                    return true;
                },
                backwards);
    }

    /**
     * Will turn the sign of what one elementwise operation gives, if there are so many.
     *
     * @param number which one, counted from 0 over all phases
     * @param changed set as soon as that is another number than it was: 0 has no sign
     */
    public static Planting wrongSign(int number, boolean backwards, AtomicBoolean changed) {
        return new Planting(plan -> PlantedBug.turnSign(plan, number, changed), backwards);
    }

    /** Leaves plans as they are. */
    public static Planting none() {
        return new Planting(plan -> false, false);
    }

    /**
     * Plants it wherever it is not yet.
     *
     * @throws IllegalStateException if the plan has nothing that the bug could spoil
     */
    public void in(UnrollPlan plan) {
        List<Recurrence> all = new ArrayList<>();
        if (backwards) {
            plan.gradients().forEach(gradient -> all.add(gradient.recurrence()));
        } else {
            all.add(plan.forwards());
        }
        for (Recurrence each : all) {
            if (!planted.contains(each) && spoil.test(each)) {
                planted.add(each);
            }
        }
    }

    /** Whether it has been planted at all. */
    public boolean done() {
        return !planted.isEmpty();
    }
}
