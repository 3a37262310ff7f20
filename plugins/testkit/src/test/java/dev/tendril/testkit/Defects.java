package dev.tendril.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** What a contract finds wrong with a component. */
final class Defects {
    private Defects() {}

    /** What failed, by promise. */
    static Map<String, Throwable> of(ComponentContract<?> contract) {
        Map<String, Throwable> failures = new LinkedHashMap<>();
        try (Stream<DynamicNode> nodes = contract.contract()) {
            List<DynamicNode> all = nodes.toList();
            assertThat(all).isNotEmpty();
            all.forEach(node -> collect(node, failures));
        }
        return failures;
    }

    private static void collect(DynamicNode node, Map<String, Throwable> failures) {
        if (node instanceof DynamicContainer container) {
            container.getChildren().forEach(child -> collect(child, failures));
        } else if (node instanceof DynamicTest test) {
            try {
                test.getExecutable().execute();
            } catch (Throwable failure) {
                failures.put(test.getDisplayName(), failure);
            }
        }
    }

    /** Everything that is checked. */
    static List<String> promises(ComponentContract<?> contract) {
        try (Stream<DynamicNode> nodes = contract.contract()) {
            return nodes.flatMap(node -> ((DynamicContainer) node).getChildren())
                    .map(DynamicNode::getDisplayName)
                    .toList();
        }
    }

    /** Fails unless a contract breaks this promise, in words that hold some. */
    static void assertFound(ComponentContract<?> contract, String promise, String words) {
        Map<String, Throwable> failures = of(contract);
        assertThat(failures).as("%s", failures).containsKey(promise);
        assertThat(failures.get(promise)).hasMessageContaining(words);
    }
}
