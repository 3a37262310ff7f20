package dev.tendril.benchmarks.loop;

import dev.tendril.benchmarks.child.Task;
import dev.tendril.benchmarks.workload.Computation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Twelve chains of fused multiply-adds in registers: enough to hide their latency, so that the processor does all it can. */
public final class PeakTask implements Task {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;

    /** Short enough that the method is compiled as a whole, not while it runs: that would keep its vectors in memory. */
    private static final int ROUNDS = 1 << 12;

    private final Threads threads;
    private final float[] results;

    /** So many threads, each with its share of the work. */
    public PeakTask(int threads) {
        this.threads = new Threads(threads);
        this.results = new float[threads];
    }

    @Override
    public void step() {
        long calls = Computation.MULTIPLY_ADDS / ((long) ROUNDS * CHAINS * SPECIES.length() * threads.count());
        threads.run(worker -> {
            float sum = 0;
            for (long call = 0; call < calls; call++) {
                sum += chains();
            }
            results[worker] = sum;
        });
    }

    private static float chains() {
        FloatVector x = FloatVector.broadcast(SPECIES, 1e-9f);
        FloatVector y = FloatVector.broadcast(SPECIES, 1);
        FloatVector a = x;
        FloatVector b = x;
        FloatVector c = x;
        FloatVector d = x;
        FloatVector e = x;
        FloatVector f = x;
        FloatVector g = x;
        FloatVector h = x;
        FloatVector i = x;
        FloatVector j = x;
        FloatVector k = x;
        FloatVector l = x;
        for (int round = 0; round < ROUNDS; round++) {
            a = a.fma(y, x);
            b = b.fma(y, x);
            c = c.fma(y, x);
            d = d.fma(y, x);
            e = e.fma(y, x);
            f = f.fma(y, x);
            g = g.fma(y, x);
            h = h.fma(y, x);
            i = i.fma(y, x);
            j = j.fma(y, x);
            k = k.fma(y, x);
            l = l.fma(y, x);
        }
        FloatVector sum = a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l);
        return sum.lane(0);
    }

    @Override
    public long parameters() {
        return 0;
    }

    @Override
    public void close() {
        threads.close();
    }
}
