package dev.tendril.contracts.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Which packages each module may see: an allow-list, so that a new library is a decision. */
final class ModuleWalls {
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify..", "dev.tendril.api..");

    private ModuleWalls() {}

    static ArchRule api() {
        return wall("dev.tendril.api..", "plugins are compiled against the API alone");
    }

    static ArchRule tensor() {
        return wall(
                "dev.tendril.tensor..",
                "the engine stands on the API and EJML",
                "jdk.incubator.vector..",
                "org.ejml..",
                "org.slf4j..");
    }

    static ArchRule layers() {
        return wall("dev.tendril.layers..", "layers speak the API, whatever the engine");
    }

    static ArchRule training() {
        return wall("dev.tendril.training..", "training speaks the API, whatever the layers", "org.slf4j..");
    }

    static ArchRule nlp() {
        return wall(
                "dev.tendril.nlp..",
                "text knows no layers and no engine",
                "de.siegmar.fastcsv..",
                "tools.jackson..",
                "org.slf4j..");
    }

    static ArchRule runtime() {
        return wall(
                "dev.tendril.runtime..",
                "an embedder takes the runtime without any command line",
                "dev.tendril.tensor..",
                "dev.tendril.layers..",
                "dev.tendril.training..",
                "dev.tendril.nlp..",
                "com.google.common..",
                "com.google.inject..",
                "jakarta.inject..",
                "org.yaml.snakeyaml..",
                "com.fasterxml.jackson.annotation..",
                "tools.jackson..",
                "org.slf4j..");
    }

    static ArchRule commandLine() {
        return wall(
                "dev.tendril.cli..",
                "the command line is a user of the runtime: no wiring, no YAML, no layers of its own",
                "dev.tendril.runtime..",
                "dev.tendril.nlp.reader.json..", // one meaning of JSON, in data and in what is asked
                "picocli..",
                "me.tongfei.progressbar..",
                "tools.jackson..",
                "org.slf4j..");
    }

    static ArchRule testKit() {
        return wall(
                "dev.tendril.testkit..",
                "a plugin is tried without any command line",
                "dev.tendril.runtime..",
                "dev.tendril.tensor..",
                "org.junit.jupiter.api..");
    }

    private static ArchRule wall(String module, String reason, String... furtherPackages) {
        String[] allowed = Stream.of(EVERYWHERE.stream(), Stream.of(module), Stream.of(furtherPackages))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .because(reason);
    }
}
