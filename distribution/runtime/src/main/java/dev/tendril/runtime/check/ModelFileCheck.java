package dev.tendril.runtime.check;

import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.component.Binder;
import dev.tendril.runtime.component.BoundComponent;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.Sources;
import dev.tendril.runtime.component.Subject;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.EvaluationSpec;
import dev.tendril.runtime.spec.ModelSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.runtime.yaml.Overrides;
import dev.tendril.runtime.yaml.Variables;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one model file from its composed text to a checked model; every section is gone through, whatever is wrong in another. */
final class ModelFileCheck {
    private final ComponentRegistry registry;
    private final LoadOptions options;
    private final Path folder;
    private final Problems problems;

    ModelFileCheck(ComponentRegistry registry, LoadOptions options, Path folder, Problems problems) {
        this.registry = registry;
        this.options = options;
        this.folder = folder;
        this.problems = problems;
    }

    static void reportEmpty(String name, Problems problems) {
        if (!problems.any()) {
            problems.error(
                            Code.WRONG_TYPE,
                            "the file is empty; a model file is a mapping with the keys format, name, "
                                    + String.join(", ", Key.names(TopLevel.SECTIONS)))
                    .at(new Location(name, 1, 1, 1, "", ""))
                    .report();
        }
    }

    /**
     * The sections that could be read.
     *
     * @param top name, seed
     * @param data splits and fields
     * @param graph the nodes with their edges
     * @param training how it is trained
     * @param decoding the search that is given
     * @param evaluation how it is judged
     */
    private record Sections(
            Optional<TopLevel> top,
            DataDraft data,
            Linked graph,
            Optional<TrainingSpec> training,
            Optional<ComponentRef<Search>> decoding,
            Optional<EvaluationSpec> evaluation) {}

    /**
     * Checks it.
     *
     * @param counter says which parameters the model has; without it nothing is said about them
     */
    CheckedModel check(YamlValue written, Optional<ParameterCounter> counter) {
        if (!(written instanceof Mapping file)) {
            problems.error(Code.WRONG_TYPE, "a model file is a mapping, not " + written.kind())
                    .at(written.location())
                    .report();
            problems.throwIfAny();
            throw new IllegalStateException("unreachable: a problem was reported");
        }
        Set<String> given = new HashSet<>();
        Mapping root = prepare(file, given);
        new Bounds(problems).check(root);
        Sources sources = new Sources();
        GraphReader graphReader = new GraphReader(section(root, TopLevel.MODEL));
        Reading reading =
                new Reading(registry, new Binder(registry, problems, sources, graphReader), sources, problems);
        Sections sections = sections(root, reading, graphReader);
        DataPaths paths = new DataPaths(folder, options.allowedPaths(), given);
        long seed = sections.top().map(TopLevel::seed).orElse(0L);
        DataCheck dataCheck = new DataCheck(reading, paths, seed);
        if (options.readData()) {
            dataCheck.check(sections.data());
        }
        GraphCheck graph = new GraphCheck(reading, sections.data(), sections.graph());
        graph.check();
        new WindowCheck(reading, root).check(sections.training(), sections.graph());
        EvaluationCheck evaluation = new EvaluationCheck(reading, root);
        Optional<EvaluationSpec> judged = evaluation.complete(
                sections.evaluation(), graph.architectures(), graph.inference().inputs());
        evaluation.checkEarlyStopping(sections.training(), judged, options.readData());
        GroupCheck groups = new GroupCheck(problems, root);
        sections.training().ifPresent(groups::patterns);
        warn(new EffectCheck(reading, root), sections, graph);
        problems.throwIfAny();
        CheckedModel checked = assemble(sections, judged.orElseThrow(), graph, paths, sources, dataCheck);
        ParameterCheck parameters = new ParameterCheck(problems, sections.graph());
        counter.flatMap(each -> parameters.check(checked, each))
                .ifPresent(found -> groups.parameters(checked.spec().training(), found));
        problems.throwIfAny();
        return checked.withWarnings(problems.warnings());
    }

    private static void warn(EffectCheck effects, Sections sections, GraphCheck graph) {
        sections.training().ifPresent(effects::training);
        effects.graph(sections.graph(), graph.inference().inputs());
        effects.decoding(
                sections.decoding().isPresent(),
                graph.architectures(),
                graph.inference().inputs());
        effects.metrics(sections.evaluation());
    }

    private Mapping prepare(Mapping file, Set<String> given) {
        YamlReader reader = new YamlReader(YamlLimits.standard(), problems);
        Mapping root = new Overrides(reader, problems).apply(file, options.overrides());
        Variables.Environment environment =
                new Variables.Environment(options.environment(), options.allowedVariables());
        if (!options.readData()) {
            root = ArchivedSplits.readable(root, environment);
        }
        Overrides.texts(root, given::add);
        Variables variables = new Variables(environment, YamlLimits.standard(), problems);
        Mapping replaced = variables.replace(root);
        given.addAll(variables.texts());
        return replaced;
    }

    private Sections sections(Mapping root, Reading reading, GraphReader graphReader) {
        Set<String> others = new HashSet<>(Key.names(TopLevel.SECTIONS));
        others.add(TopLevel.VARS.name());
        Optional<TopLevel> top = formatSupported(root)
                ? reading.binder().record(TopLevel.class, root, Subject.section("a model file"), others, "")
                : Optional.empty();
        DataDraft data = new DataReader(reading).read(section(root, TopLevel.DATA), options.readData());
        Linked graph = new Linker(reading, data.names().keySet(), graphReader.read(reading)).link();
        Mapping training = section(root, TopLevel.TRAINING);
        Optional<TrainingSpec> trained = root.get(TopLevel.TRAINING).isEmpty()
                ? Optional.empty()
                : reading.binder()
                        .record(
                                TrainingSpec.class,
                                training,
                                Subject.section(TopLevel.TRAINING),
                                Set.of(),
                                TopLevel.TRAINING);
        Optional<BoundComponent> search = root.get(TopLevel.DECODING)
                .filter(value -> !(value instanceof Scalar scalar && scalar.isNull()))
                .flatMap(value -> reading.binder().component(Kind.SEARCH, value, TopLevel.DECODING));
        Optional<EvaluationSpec> evaluation = reading.binder()
                .record(
                        EvaluationSpec.class,
                        section(root, TopLevel.EVALUATION),
                        Subject.section(TopLevel.EVALUATION),
                        Set.of(),
                        TopLevel.EVALUATION);
        return new Sections(top, data, graph, trained, search.map(BoundComponent::as), evaluation);
    }

    private boolean formatSupported(Mapping root) {
        boolean supported = !(root.get("format").orElse(null) instanceof Scalar format)
                || format.text().equals(Integer.toString(ModelSpec.FORMAT))
                || !format.text().matches("[0-9]+");
        if (!supported) {
            problems.error(Code.FORMAT_VERSION, "this version reads format " + ModelSpec.FORMAT)
                    .at(root.place("format"))
                    .report();
        }
        return supported;
    }

    private Mapping section(Mapping root, String name) {
        boolean required = TopLevel.SECTIONS.stream().anyMatch(key -> key.name().equals(name) && key.required());
        Optional<YamlValue> written = root.get(name);
        if (written.isPresent() && written.get() instanceof Mapping mapping) {
            return mapping;
        }
        boolean missing = written.isEmpty() || (written.get() instanceof Scalar scalar && scalar.isNull());
        Location place = written.map(YamlValue::location).orElse(root.location());
        if (missing && required) {
            problems.error(Code.MISSING_KEY, "key '" + name + "' of a model file is not given")
                    .at(place)
                    .label("add '" + name + "'")
                    .report();
        } else if (!missing) {
            problems.error(
                            Code.WRONG_TYPE,
                            "'" + name + "' must be a mapping, not "
                                    + written.get().kind())
                    .at(place)
                    .report();
        }
        return Mapping.of(List.of(), place, false);
    }

    private CheckedModel assemble(
            Sections sections,
            EvaluationSpec evaluation,
            GraphCheck graph,
            DataPaths paths,
            Sources sources,
            DataCheck dataCheck) {
        TopLevel top = sections.top().orElseThrow();
        Optional<ComponentRef<Search>> search = sections.decoding().or(() -> new UsualChoices(registry)
                .search(graph.architectures(), graph.inference().inputs()));
        ModelSpec spec = new ModelSpec(
                top.format(),
                top.name(),
                top.seed(),
                new DataSpec(sections.data().splits(), sections.data().fields()),
                sections.graph().nodes(),
                sections.training().orElseThrow(),
                search,
                evaluation);
        Map<String, String> relative = dataCheck.relativePaths();
        String resolved = new ResolvedFile(registry, sources.placeholders(), relative).write(spec);
        return new CheckedModel(
                spec,
                graph.order(),
                graph.fields(),
                graph.inference().inputs(),
                graph.inference().outputs(),
                graph.architectures(),
                graph.predictionFields(),
                paths,
                resolved,
                problems.warnings());
    }
}
