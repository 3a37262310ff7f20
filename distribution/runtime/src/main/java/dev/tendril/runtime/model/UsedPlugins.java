package dev.tendril.runtime.model;

import dev.tendril.api.DataException;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.spec.ModelSpec;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plugins that a model is made with. */
final class UsedPlugins {
    private UsedPlugins() {}

    /** Version by id of every plugin that a model file names a component of. */
    static Map<String, String> of(ModelSpec spec, ComponentRegistry registry) {
        Set<String> ids = new TreeSet<>();
        ids.add(PluginHandle.CORE);
        collect(spec, ids);
        Map<String, String> versions = new TreeMap<>();
        for (PluginHandle plugin : registry.plugins()) {
            if (ids.contains(plugin.id())) {
                versions.put(plugin.id(), plugin.version());
            }
        }
        return versions;
    }

    /**
     * Demands that plugins are installed, in these versions or newer ones.
     *
     * @throws DataException naming all that are not; of very many, the first
     */
    static void require(String archive, Map<String, String> wanted, ComponentRegistry registry) {
        Map<String, PluginHandle> installed =
                registry.plugins().stream().collect(Collectors.toMap(PluginHandle::id, Function.identity()));
        List<String> needs = new ArrayList<>();
        wanted.forEach(
                (id, version) -> need(id, version, installed.get(id)).ifPresent(why -> needs.add("needs " + why)));
        if (needs.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(needs.subList(0, Math.min(Problems.MOST, needs.size())));
        if (needs.size() > lines.size()) {
            lines.add("and " + (needs.size() - lines.size()) + " plugins more");
        }
        if (!installed.keySet().containsAll(wanted.keySet())) {
            registry.broken()
                    .forEach(plugin -> lines.add("broken plugin: " + plugin.label())); // maybe one that is needed
        }
        throw new DataException(archive, String.join(System.lineSeparator(), lines));
    }

    /** What is needed and what there is instead, unless it is there. */
    private static Optional<String> need(String id, String version, @Nullable PluginHandle installed) {
        String wanted = id + " ≥ " + version;
        if (installed == null) {
            return Optional.of(wanted + ", which is not installed; put it into the folder plugins/" + id);
        }
        return VersionOrder.INSTANCE.compare(installed.version(), version) < 0
                ? Optional.of(wanted + ", installed is " + installed.label() + "; replace it by a newer one")
                : Optional.empty();
    }

    /** Adds the plugin of every reference that a value holds, however deep. */
    private static void collect(@Nullable Object value, Set<String> ids) {
        if (value instanceof ComponentRef<?> reference) {
            ids.add(reference.id().substring(0, reference.id().indexOf('/')));
            collect(reference.parameters(), ids);
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                collect(read(record, component), ids);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, ids));
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(each -> collect(each, ids));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(each -> collect(each, ids));
        }
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalArgumentException(
                    "record " + record.getClass().getName() + " cannot be read; make it public", unreadable);
        }
    }
}
