package dev.tendril.training;

import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is carried from window to window, as named tensors of a checkpoint: {@code <head>#<index>}. */
final class Carried {
    private static final String SEPARATOR = "#";

    private Carried() {}

    static Map<String, Tensor> named(Map<String, List<Tensor>> carried) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        carried.forEach((head, tensors) -> {
            for (int index = 0; index < tensors.size(); index++) {
                named.put(head + SEPARATOR + index, tensors.get(index));
            }
        });
        return named;
    }

    static Map<String, List<Tensor>> byHead(Map<String, Tensor> named) {
        Map<String, List<Tensor>> carried = new LinkedHashMap<>();
        for (String name : named.keySet()) {
            String head = name.substring(0, name.lastIndexOf(SEPARATOR));
            carried.computeIfAbsent(head, first -> new ArrayList<>());
        }
        carried.forEach((head, tensors) -> {
            while (named.containsKey(head + SEPARATOR + tensors.size())) {
                tensors.add(named.get(head + SEPARATOR + tensors.size()));
            }
        });
        return carried;
    }
}
