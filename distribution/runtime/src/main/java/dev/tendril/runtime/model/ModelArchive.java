package dev.tendril.runtime.model;

import dev.tendril.api.DataException;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.tensor.TensorStore;
import dev.tendril.runtime.archive.Archive;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.fit.FittedFields;
import dev.tendril.runtime.fit.FittedStore;
import dev.tendril.runtime.wiring.Blueprint;
import dev.tendril.runtime.wiring.Graph;
import dev.tendril.runtime.wiring.GraphFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models into archives and back. */
public final class ModelArchive {
    private final ComponentRegistry registry;
    private final GraphFactory graphs;
    private final Engine engine;

    /** Loads models with these components. */
    public ModelArchive(ComponentRegistry registry, GraphFactory graphs, Engine engine) {
        this.registry = registry;
        this.graphs = graphs;
        this.engine = engine;
    }

    /** The archive of a model, the same bytes for the same model. */
    static byte[] bytes(ModelParts parts) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        parts.parameters().parameters().forEach(parameter -> tensors.put(parameter.path(), parameter));
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        try {
            parts.engine().tensorStore().write(tensors, weights);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        FittedStore fitted = FittedStore.of(parts.checked().spec().data(), parts.fields(), parts.registry());
        return new Archive(
                        UsedPlugins.of(parts.checked().spec(), parts.registry()),
                        parts.yaml(),
                        ByteBuffer.wrap(weights.toByteArray()),
                        fitted.vocabularies(),
                        fitted.states())
                .toBytes();
    }

    /**
     * Loads a model.
     *
     * @param name of the archive, for messages
     * @throws DataException if the archive is damaged, needs a plugin that is missing, or its parts do not fit one another
     */
    public RuntimeModel load(String name, byte[] bytes) {
        Archive archive = Archive.of(name, bytes);
        UsedPlugins.require(name, archive.plugins(), registry);
        CheckedModel checked =
                Specs.parse(archive.yaml(), name + "/model.yaml", Path.of(""), registry, LoadOptions.archived());
        FittedFields fields = new FittedStore(archive.vocabularies(), archive.fitted())
                .restore(checked.spec().data(), registry, name);
        CheckedModel bound = Specs.bind(checked, registry, fields.sizes());
        TensorStore.Stored weights = engine.tensorStore().read(name + "/weights.safetensors", archive.weights());
        requireShapes(name, graphs.shapes(bound, fields.vocabularies()), weights.shapes());
        ParameterStore store = engine.parameters(RandomKey.of(bound.spec().seed()));
        Graph graph = graphs.create(Blueprint.stored(bound, fields.vocabularies(), store, weights));
        return new RuntimeModel(new ModelParts(bound, archive.yaml(), fields, graph, store, engine, registry));
    }

    private static void requireShapes(String archive, Map<String, Shape> wanted, Map<String, Shape> found) {
        wanted.forEach((path, shape) -> {
            Shape stored = found.get(path);
            if (stored == null || !shape.equals(stored)) {
                throw new DataException(
                        archive,
                        "parameter '" + path + "' " + (stored == null ? "is missing" : "has shape " + stored)
                                + ", the model wants shape " + shape);
            }
        });
        found.keySet().stream()
                .filter(path -> !wanted.containsKey(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new DataException(
                            archive, "it holds a parameter '" + path + "' that the model does not have");
                });
    }
}
