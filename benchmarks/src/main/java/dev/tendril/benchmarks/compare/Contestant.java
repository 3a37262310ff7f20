package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.child.Child;
import dev.tendril.benchmarks.tendril.TendrilImplementation;
import dev.tendril.benchmarks.workload.Assignment;
import dev.tendril.benchmarks.workload.Sizes;
import dev.tendril.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who computes what.
 *
 * @param peer whose implementation it is; without one, that of this module
 * @param assignment what it computes
 * @param command of its process
 * @param environment variables of its process
 */
record Contestant(Optional<Peer> peer, Assignment assignment, List<String> command, Map<String, String> environment) {
    Contestant {
        command = List.copyOf(command);
    }

    /** As it stands in tables. */
    String label() {
        return peer.map(Peer::label).orElseGet(() -> assignment.chosen().label());
    }

    /** Whether the others of the same workload and number of threads are compared with it. */
    boolean reference() {
        return peer.isEmpty() && assignment.variant() == 0;
    }

    /** Tendril in all its variants, the peers if they are wanted, and what the processor can do at most. */
    static List<Contestant> of(Setup setup, Workload workload, Sizes sizes, int threads, boolean peers) {
        List<Contestant> contestants = new ArrayList<>();
        for (int variant = 0; variant < workload.variants().size(); variant++) {
            contestants.add(own(setup, new Assignment(workload, variant, sizes, threads)));
        }
        if (peers && workload.compared()) {
            Peer.of(workload.computation()).stream()
                    .filter(peer -> !setup.avx2() || peer.heldToAvx2())
                    .map(peer -> of(setup, peer, new Assignment(workload, 0, sizes, threads)))
                    .forEach(contestants::add);
        }
        if (workload != Workload.PEAK) {
            contestants.add(own(setup, new Assignment(Workload.PEAK, 0, Workload.PEAK.sizes(), threads)));
        }
        return contestants;
    }

    private static Contestant own(Setup setup, Assignment assignment) {
        List<String> command = setup.jvm(System.getProperty("java.class.path"), Child.class.getName());
        if (assignment.chosen().plugin()) {
            command.add(1, "-D" + TendrilImplementation.PLUGINS + "=" + setup.plugins());
        }
        return new Contestant(
                Optional.empty(),
                assignment,
                words(command, TendrilImplementation.class.getName(), assignment),
                Map.of());
    }

    private static Contestant of(Setup setup, Peer peer, Assignment assignment) {
        List<String> command = setup.jvm(setup.classPath(peer), Child.class.getName());
        return new Contestant(
                Optional.of(peer),
                assignment,
                words(command, peer.implementation(), assignment),
                peer.environment(assignment.threads(), setup.avx2()));
    }

    private static List<String> words(List<String> command, String implementation, Assignment assignment) {
        List<String> words = new ArrayList<>(command);
        words.add(implementation);
        words.addAll(assignment.words());
        return words;
    }
}
