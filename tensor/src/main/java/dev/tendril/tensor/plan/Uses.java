package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which values are computed from which, among everything that some results need. */
final class Uses {
    private final List<Value> order;
    private final Set<Value> found = new HashSet<>();
    private final ByValue<List<Value>> users = new ByValue<>();
    private final Map<Value, Integer> asResult = new HashMap<>();

    /**
     * Everything that results are computed from.
     *
     * @param results a value counts once for every time it is listed
     */
    Uses(Collection<Value> results) {
        results.forEach(result -> asResult.merge(result, 1, Integer::sum));
        results.forEach(this::visit);
        order = found.stream().sorted(Comparator.comparingInt(Value::number)).toList();
    }

    private void visit(Value value) {
        if (!found.add(value)) {
            return;
        }
        users.put(value, new ArrayList<>());
        for (Value operand : value.operands()) {
            visit(operand);
            users.of(operand).add(value);
        }
    }

    /** All values, each behind what it is computed from. */
    List<Value> inOrder() {
        return order;
    }

    /** The values directly computed from a value, one entry for each time they name it. */
    List<Value> users(Value value) {
        return users.or(value, List.of());
    }

    boolean isResult(Value value) {
        return asResult.containsKey(value);
    }

    /** How often a value is read: by other values, and as a result. */
    int count(Value value) {
        return users(value).size() + asResult.getOrDefault(value, 0);
    }
}
