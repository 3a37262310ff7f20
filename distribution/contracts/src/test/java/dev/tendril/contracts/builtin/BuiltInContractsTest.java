package dev.tendril.contracts.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.plugin.CorePlugin;
import dev.tendril.testkit.ComponentContract;
import dev.tendril.testkit.PluginTestKit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every built-in component keeps the contract that plugins are held to; what is built in is what plugin discovery finds. */
final class BuiltInContractsTest {
    @TestFactory
    Stream<DynamicNode> everyBuiltInComponentKeepsItsContract() {
        return BuiltInContracts.all().stream()
                .map(contract ->
                        DynamicContainer.dynamicContainer(contract.kind().label(), contract.contract()));
    }

    @Test
    void everyBuiltInComponentIsTried() {
        try (PluginTestKit kit = PluginTestKit.load(CorePlugin.class)) {
            assertThat(kit.untried(BuiltInContracts.all()))
                    .as("components without a contract; add one to LayerContracts, TrainingContracts or TextContracts")
                    .isEmpty();
        }
    }

    @Test
    void aComponentThatIsNotTriedIsNamed() {
        try (PluginTestKit kit = PluginTestKit.load(CorePlugin.class)) {
            List<ComponentContract<?>> without = BuiltInContracts.all().stream()
                    .filter(contract -> contract.kind() != Kind.POOLING)
                    .toList();
            assertThat(kit.untried(without)).contains("pooling core/max").doesNotContain("cell core/gru");
        }
    }
}
