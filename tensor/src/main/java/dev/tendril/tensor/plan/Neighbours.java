package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Finds values that lie side by side, so that one call can take them together. */
final class Neighbours {
    private Neighbours() {}

    /** A thing and where its value is. */
    private record Placed<T>(T thing, Access place) {}

    /** Things in the order of a place each has, cut where one does not follow the other. */
    static <T> List<List<T>> runs(List<T> things, Function<T, Access> place) {
        List<Placed<T>> ordered = new ArrayList<>();
        things.forEach(thing -> ordered.add(new Placed<>(thing, place.apply(thing))));
        if (things.size() > 1) {
            ordered.sort(Comparator.<Placed<T>>comparingInt(
                            placed -> placed.place.buffer().number())
                    .thenComparingInt(placed -> placed.place.offset()));
        }
        List<List<T>> runs = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            if (i == 0 || !follows(ordered.get(i - 1).place, ordered.get(i).place)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(ordered.get(i).thing);
        }
        return runs;
    }

    private static boolean follows(Access before, Access here) {
        return before.buffer() == here.buffer()
                && before.kept() == here.kept()
                && before.moment() == here.moment()
                && before.buffer().memory() != Memory.BLOCK
                && before.isDense()
                && here.isDense()
                && before.offset() + before.width() == here.offset();
    }
}
