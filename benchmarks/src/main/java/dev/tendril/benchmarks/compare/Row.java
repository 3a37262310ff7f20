package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Computation;
import dev.tendril.benchmarks.workload.Size;
import dev.tendril.benchmarks.workload.Sizes;
import dev.tendril.benchmarks.workload.Workload;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One row of the report.
 *
 * @param workload its label
 * @param sizes those that are not the workload's own, such as {@code hidden=200}
 * @param implementation who computed it
 * @param threads with how many threads
 * @param milliseconds of a step, or of a token where tokens are timed one by one
 * @param tokensPerSecond 0 where there are no tokens
 * @param ratio milliseconds of this implementation by those of the workload's first, with as many threads
 * @param spread of the rounds: the slowest less the fastest, by the median
 * @param processors that were busy for it, on average; fewer than threads if others computed at the same time
 * @param gigaflops floating-point operations of the products a second, in 10⁹; 0 where there are none
 * @param shareOfPeak of what the processor can do with as many threads, measured in the same run; 0 where there is none
 * @param peakMegabytes the most physical memory the process has held
 * @param allocatedKilobytes on the Java heap, by a step
 * @param parameters number of learnt numbers
 * @param setting of a peer that was chosen as the fastest; empty if there was nothing to choose
 * @param loss of the last step, if it has one
 */
record Row(
        String workload,
        String sizes,
        String implementation,
        int threads,
        double milliseconds,
        double tokensPerSecond,
        double ratio,
        double spread,
        double processors,
        double gigaflops,
        double shareOfPeak,
        double peakMegabytes,
        double allocatedKilobytes,
        long parameters,
        String setting,
        OptionalDouble loss) {

    /** The row of a contestant among all that were timed in the same rounds. */
    static Row of(Timing timing, List<Timing> all) {
        Assignment assignment = timing.contestant().assignment();
        Computation computation = assignment.workload().computation();
        double seconds = timing.seconds();
        double flops = computation.flops(assignment.sizes()) / seconds;
        return new Row(
                assignment.workload().label(),
                others(assignment).toString(),
                timing.contestant().label(),
                assignment.threads(),
                1e3 * seconds / computation.parts(assignment.sizes()),
                computation.tokens(assignment.sizes()) / seconds,
                seconds
                        / reference(assignment.workload(), assignment.threads(), all)
                                .seconds(),
                timing.spread(),
                timing.processors(),
                flops * 1e-9,
                flops / peakFlops(assignment.threads(), all),
                timing.state().peakBytes() * 1e-6,
                timing.state().allocatedBytes() * 1e-3,
                timing.ready().parameters(),
                timing.ready().setting(),
                timing.state().loss());
    }

    private static Sizes others(Assignment assignment) {
        Map<Size, Integer> others = new EnumMap<>(Size.class);
        others.putAll(assignment.sizes().values());
        others.entrySet().removeAll(assignment.workload().sizes().values().entrySet());
        return new Sizes(others);
    }

    private static double peakFlops(int threads, List<Timing> all) {
        return Computation.PEAK.flops(Workload.PEAK.sizes())
                / reference(Workload.PEAK, threads, all).seconds();
    }

    private static Timing reference(Workload workload, int threads, List<Timing> all) {
        return all.stream()
                .filter(timing -> timing.contestant().reference()
                        && timing.contestant().assignment().workload() == workload
                        && timing.contestant().assignment().threads() == threads)
                .findFirst()
                .orElseThrow();
    }
}
