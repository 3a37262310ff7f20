package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Orders values in a row so that as many of some sets as possible stand side by side. */
final class Adjacency {
    /** More values than this are ordered by the sets as they come: all orders would be too many to try. */
    private static final int ALL_ORDERS = 8;

    private final List<Set<Value>> sets;

    private Adjacency(Collection<Set<Value>> sets) {
        this.sets = List.copyOf(sets);
    }

    /** Values that belong together, each group in its order. Sets that share a value are one group. */
    static List<List<Value>> groups(Collection<Set<Value>> wanted) {
        List<Set<Value>> joined = new ArrayList<>();
        for (Set<Value> set : wanted) {
            Set<Value> group = new HashSet<>(set);
            for (Set<Value> other : List.copyOf(joined)) {
                if (other.stream().anyMatch(group::contains)) {
                    group.addAll(other);
                    joined.remove(other);
                }
            }
            joined.add(group);
        }
        List<List<Value>> groups = new ArrayList<>();
        for (Set<Value> group : joined) {
            List<Set<Value>> own = wanted.stream().filter(group::containsAll).toList();
            groups.add(new Adjacency(own).order(group));
        }
        groups.sort(Comparator.comparingInt(
                group -> group.stream().mapToInt(Value::number).min().orElse(0)));
        return groups;
    }

    private List<Value> order(Set<Value> group) {
        List<Value> values =
                group.stream().sorted(Comparator.comparingInt(Value::number)).toList();
        List<Value> best = asTheyCome(values);
        if (values.size() > ALL_ORDERS || together(best) == sets.size()) {
            return best;
        }
        return search(new ArrayList<>(), values, best);
    }

    /** Set after set. */
    private List<Value> asTheyCome(List<Value> values) {
        Set<Value> order = new LinkedHashSet<>();
        for (Set<Value> set : sets) {
            values.stream().filter(set::contains).forEach(order::add);
        }
        order.addAll(values);
        return List.copyOf(order);
    }

    private List<Value> search(List<Value> chosen, List<Value> left, List<Value> best) {
        if (left.isEmpty()) {
            return together(chosen) > together(best) ? List.copyOf(chosen) : best;
        }
        List<Value> found = best;
        for (Value next : left) {
            List<Value> rest = new ArrayList<>(left);
            rest.remove(next);
            chosen.add(next);
            found = search(chosen, rest, found);
            chosen.remove(chosen.size() - 1);
            if (together(found) == sets.size()) {
                return found;
            }
        }
        return found;
    }

    /** How many sets stand side by side. */
    private long together(List<Value> order) {
        return sets.stream().filter(set -> isTogether(set, order)).count();
    }

    private static boolean isTogether(Set<Value> set, List<Value> order) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int i = 0; i < order.size(); i++) {
            if (set.contains(order.get(i))) {
                first = Math.min(first, i);
                last = i;
            }
        }
        return last - first + 1 == set.size();
    }
}
