package dev.tendril.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.benchmarks.child.Implementation;
import dev.tendril.benchmarks.child.KnownArrays;
import dev.tendril.benchmarks.tendril.RaggedTraining;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What steps allocate, recorded in processes of their own. */
final class AllocationsTest {
    private static final int STEPS = 5;

    /** Bytes of an array besides its elements, to the next multiple of 8. */
    private static final int HEADER = 20;

    @Test
    void theRecorderMissesNoArrayOfAnyThread() throws IOException {
        LargeArrays arrays = record(KnownArrays.class, 2, 0);
        assertThat(arrays.steps()).isEqualTo(STEPS);
        assertThat(arrays.count()).isEqualTo(STEPS * KnownArrays.LARGE);
        assertThat(arrays.arrayBytes()).isEqualTo((long) STEPS * KnownArrays.LARGE * (KnownArrays.BYTES + HEADER));
        assertThat(arrays.sites()).allSatisfy(site -> {
            assertThat(site.type()).isEqualTo("byte[]");
            assertThat(site.frames().get(0)).startsWith("KnownArrays.allocate");
        });
    }

    @Test
    void stepsOfTrainingAllocateNoLargeArrayOnceTheyAreWarm() throws IOException {
        LargeArrays arrays = record(RaggedTraining.class, 1, 1);
        assertThat(arrays.sites()).satisfiesExactly(AllocationsTest::isPlanted);
    }

    /**
     * Helpers take what work they find, so one of them may need a first array of some size at any time; but no step allocates what the
     * step before has allocated.
     */
    @Test
    void noStepOnTwoThreadsAllocatesWhatTheStepBeforeDid() throws IOException {
        LargeArrays arrays = record(RaggedTraining.class, 2, 1);
        List<LargeArrays.Site> everyStep =
                arrays.sites().stream().filter(site -> site.count() >= STEPS).toList();
        assertThat(everyStep).satisfiesExactly(AllocationsTest::isPlanted);
    }

    private static void isPlanted(LargeArrays.Site site) {
        assertThat(site.frames().get(0)).startsWith("RaggedTraining$AllOf.step");
        assertThat(site.count()).isEqualTo(STEPS);
        assertThat(site.bytes()).isEqualTo((long) STEPS * (RaggedTraining.PLANTED + HEADER));
    }

    private static LargeArrays record(Class<? extends Implementation> implementation, int threads, double warmUp)
            throws IOException {
        Setup setup = new Setup(Path.of(""), Path.of(System.getProperty("java.home")), false);
        Assignment any = new Assignment(Workload.W1, 0, Workload.W1.sizes(), threads);
        return new StepRecorder(setup, warmUp, STEPS).record(implementation, any);
    }
}
