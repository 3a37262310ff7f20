package dev.tendril.contracts.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.tendril.api.planted.ApiThatLogs;
import dev.tendril.cli.planted.CommandThatWires;
import dev.tendril.layers.planted.LayerThatTrains;
import dev.tendril.nlp.planted.TokenizerThatComputes;
import dev.tendril.runtime.planted.RuntimeThatParsesCommands;
import dev.tendril.tensor.planted.EngineThatReadsYaml;
import dev.tendril.tensor.planted.EngineThatShowsMatrices;
import dev.tendril.testkit.planted.KitThatParsesCommands;
import dev.tendril.training.planted.LossThatReadsText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the product, and fails on the violation planted for it. */
final class ArchitectureTest {
    private static final String[] MODULES = {"api", "tensor", "layers", "training", "nlp", "runtime", "cli", "testkit"};
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    Stream.of(MODULES).map(module -> "dev.tendril." + module).toArray(String[]::new));

    /** A rule, and the planted classes that break it, each on its own. */
    record Law(String name, ArchRule rule, List<Class<?>> violations) {
        Law(String name, ArchRule rule, Class<?>... violations) {
            this(name, rule, List.of(violations));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Law> laws() {
        return Stream.of(
                new Law("the API depends on nothing", ModuleWalls.api(), ApiThatLogs.class),
                new Law("the engine stands on API and EJML", ModuleWalls.tensor(), EngineThatReadsYaml.class),
                new Law("layers see the API alone", ModuleWalls.layers(), LayerThatTrains.class),
                new Law("training sees the API alone", ModuleWalls.training(), LossThatReadsText.class),
                new Law("text sees the API alone", ModuleWalls.nlp(), TokenizerThatComputes.class),
                new Law("the runtime knows no command line", ModuleWalls.runtime(), RuntimeThatParsesCommands.class),
                new Law("the command line wires nothing", ModuleWalls.commandLine(), CommandThatWires.class),
                new Law("the test kit knows no command line", ModuleWalls.testKit(), KitThatParsesCommands.class),
                new Law("EJML is not shown", CodeShape.linearAlgebraStaysInside(), EngineThatShowsMatrices.class),
                new Law(
                        "no Java serialisation",
                        ForbiddenCalls.javaSerialisation(),
                        Planted.ReadsObjects.class,
                        Planted.WritesObjects.class,
                        Planted.IsExternalizable.class,
                        Planted.IsSerializable.class),
                new Law(
                        "no classes by name",
                        ForbiddenCalls.classesByName(),
                        Planted.FindsClassesByName.class,
                        Planted.LoadsClasses.class,
                        Planted.LooksClassesUp.class),
                new Law("no exit", ForbiddenCalls.exit(), Planted.Exits.class, Planted.Halts.class),
                new Law(
                        "no context class loader",
                        ForbiddenCalls.contextClassLoader(),
                        Planted.ReadsTheContextLoader.class,
                        Planted.LoadsServicesFromTheContext.class),
                new Law("no console", ForbiddenCalls.console(), Planted.Prints.class, Planted.PrintsStackTraces.class),
                new Law(
                        "no static mutable state",
                        StaticState.neverChanges(),
                        Planted.HasAStaticVariable.class,
                        Planted.HasAStaticCache.class,
                        Planted.HasAStaticSharedArray.class,
                        Planted.HasAStaticCounter.class,
                        Planted.HasAStaticHolderOfState.class),
                new Law("every package is null-marked", CodeShape.nullMarkedPackages(), ApiThatLogs.class),
                new Law("types are closed", CodeShape.closedTypes(), Planted.IsOpen.class));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void theProductKeepsTheLaw(Law law) {
        EvaluationResult result = law.rule().evaluate(PRODUCT);
        assertThat(result.getFailureReport().getDetails())
                .as(law.rule().getDescription())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void everyPlantedViolationIsFound(Law law) {
        assertThat(law.violations()).isNotEmpty().allSatisfy(violation -> assertThat(law.rule()
                        .evaluate(new ClassFileImporter().importClasses(violation))
                        .hasViolation())
                .as(violation.getName())
                .isTrue());
    }

    /** A wall over no classes would hold whatever is built. */
    @Test
    void everyModuleIsLookedAt() {
        assertThat(MODULES).allSatisfy(module -> assertThat(
                        PRODUCT.stream().filter(type -> type.getPackageName().startsWith("dev.tendril." + module)))
                .as(module)
                .isNotEmpty());
    }
}
