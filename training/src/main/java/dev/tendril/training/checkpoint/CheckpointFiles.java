package dev.tendril.training.checkpoint;

import dev.tendril.api.DataException;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.tensor.TensorStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of one checkpoint: those of tensors and the manifest. */
final class CheckpointFiles {
    static final String PARAMETERS = "parameters.safetensors";
    static final String OPTIMIZER = "optimizer.safetensors";
    private static final String AVERAGES = "averages.safetensors";
    static final String BEST = "best.safetensors";
    private static final String CARRIED = "carried.safetensors";

    private final FileLayer files;
    private final TensorStore store;

    CheckpointFiles(FileLayer files, TensorStore store) {
        this.files = files;
        this.store = store;
    }

    /** Writes a snapshot into a new folder; when this returns it is on the device, the manifest having been written last. */
    void write(Snapshot snapshot, RandomKey key, Path folder) throws IOException {
        files.createFolder(folder);
        List<Manifest.Entry> entries = new ArrayList<>();
        entries.add(writeTensors(snapshot.parameters(), folder, PARAMETERS));
        entries.add(writeTensors(snapshot.optimizer(), folder, OPTIMIZER));
        entries.add(writeTensors(snapshot.averages(), folder, AVERAGES));
        entries.add(writeTensors(snapshot.best(), folder, BEST));
        entries.add(writeTensors(snapshot.carried(), folder, CARRIED));
        Path manifest = folder.resolve(Manifest.FILE);
        try (OutputStream out = files.create(manifest)) {
            out.write(new Manifest(snapshot.progress(), key, entries).toBytes());
        }
        files.sync(manifest);
        files.sync(folder);
    }

    /** The manifest of a checkpoint. */
    Manifest manifest(Path folder) throws IOException, DamagedCheckpoint {
        return Manifest.parse(files.read(folder.resolve(Manifest.FILE)));
    }

    /** Compares every file with the manifest. */
    void verify(Path folder) throws IOException, DamagedCheckpoint {
        for (Manifest.Entry entry : manifest(folder).files()) {
            bytes(folder, entry);
        }
    }

    /** The snapshot of a checkpoint. */
    Snapshot read(Path folder, Manifest manifest) throws IOException, DamagedCheckpoint {
        return new Snapshot(
                manifest.progress(),
                readTensors(folder, manifest.file(PARAMETERS)),
                readTensors(folder, manifest.file(OPTIMIZER)),
                readTensors(folder, manifest.file(AVERAGES)),
                readTensors(folder, manifest.file(BEST)),
                readTensors(folder, manifest.file(CARRIED)));
    }

    private Manifest.Entry writeTensors(Map<String, Tensor> tensors, Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        Manifest.Entry entry;
        try (Digests.Stream out = new Digests.Stream(files.create(file))) {
            store.write(tensors, out);
            entry = out.entry(name);
        }
        files.sync(file);
        return entry;
    }

    private Map<String, Tensor> readTensors(Path folder, Manifest.Entry entry) throws IOException, DamagedCheckpoint {
        ByteBuffer bytes = bytes(folder, entry);
        try {
            TensorStore.Stored stored = store.read(folder.resolve(entry.name()).toString(), bytes);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            stored.shapes().keySet().forEach(name -> tensors.put(name, stored.read(name)));
            return tensors;
        } catch (DataException malformed) {
            throw new DamagedCheckpoint(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private ByteBuffer bytes(Path folder, Manifest.Entry entry) throws IOException, DamagedCheckpoint {
        ByteBuffer bytes = files.read(folder.resolve(entry.name()));
        if (bytes.remaining() != entry.size()) {
            throw new DamagedCheckpoint(
                    entry.name() + " has " + bytes.remaining() + " bytes, " + entry.size() + " were written");
        }
        if (!Digests.of(bytes).equals(entry.digest())) {
            throw new DamagedCheckpoint(entry.name() + " was changed: its checksum does not match the manifest");
        }
        return bytes;
    }
}
