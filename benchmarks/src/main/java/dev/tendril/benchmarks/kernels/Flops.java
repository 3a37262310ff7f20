package dev.tendril.benchmarks.kernels;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts floating-point operations; since time is counted in nanoseconds, their rate is in 10⁹ a second. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Flops {
    /** So far. */
    public double flops;

    /** Called by JMH. */
    @Setup(Level.Iteration)
    public void clear() {
        flops = 0;
    }
}
