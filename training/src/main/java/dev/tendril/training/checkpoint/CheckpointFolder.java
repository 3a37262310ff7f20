package dev.tendril.training.checkpoint;

import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.TensorStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of one training run: folders {@code checkpoint-000001}, {@code checkpoint-000002} and so on. Used by one thread.
 *
 * <p>Saving loses nothing at whatever moment the process dies: the files go to a temporary folder and to the device, the manifest
 * with their checksums last; the folder is renamed in one step, read back and compared; only then are older ones dropped. A folder
 * whose name starts with a dot is left over from a process that died, and is removed by the next save.
 */
public final class CheckpointFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
    private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{6,9})");
    private static final Pattern LEFT_OVER = Pattern.compile("\\.checkpoint-\\d{6,9}\\.(writing|dropping)");

    private final CheckpointPolicy policy;
    private final RandomKey key;
    private final FileLayer files;
    private final CheckpointFiles checkpoints;
    private final Set<Path> damaged = new HashSet<>();
    private @Nullable Progress saved;

    /**
     * The checkpoints of a run.
     *
     * @param key the run's random key, which a checkpoint to resume from must have as well
     */
    public CheckpointFolder(CheckpointPolicy policy, RandomKey key, TensorStore store) {
        this(policy, key, store, new DiskFiles());
    }

    CheckpointFolder(CheckpointPolicy policy, RandomKey key, TensorStore store, FileLayer files) {
        this.policy = policy;
        this.key = key;
        this.files = files;
        this.checkpoints = new CheckpointFiles(files, store);
    }

    /**
     * Removes the checkpoints of an earlier run, and nothing else that stands in the folder.
     *
     * @throws TendrilException if they cannot be removed
     */
    public static void clear(Path folder) {
        DiskFiles disk = new DiskFiles();
        try {
            for (Path path : disk.list(folder)) {
                if (number(path) > 0 || isLeftOver(path)) {
                    disk.delete(path);
                }
            }
        } catch (IOException failure) {
            throw new TendrilException("the checkpoints in " + folder + " cannot be removed: " + why(failure), failure);
        }
    }

    /**
     * What to go on from: the newest checkpoint that is whole, if the run resumes and there is any. One that is damaged is passed
     * over with a warning in the log.
     *
     * @throws TendrilException if the run does not resume and the folder holds checkpoints; if all of them are damaged; if the file
     *     system fails to read one that may be whole; if the newest belongs to another run
     */
    public Optional<Snapshot> open() {
        List<Path> newestFirst = new ArrayList<>(existing());
        Collections.reverse(newestFirst);
        if (newestFirst.isEmpty()) {
            if (policy.resume()) {
                LOG.info("{} holds no checkpoint; the run starts at its beginning", policy.folder());
            }
            return Optional.empty();
        }
        if (!policy.resume()) {
            throw new TendrilException(policy.folder() + " holds the checkpoints of an earlier run; resume that run, or"
                    + " remove the folder, or choose another");
        }
        for (Path folder : newestFirst) {
            Optional<Snapshot> snapshot = tryRead(folder);
            if (snapshot.isPresent()) {
                saved = snapshot.get().progress();
                return snapshot;
            }
        }
        throw new TendrilException("none of the " + newestFirst.size() + " checkpoints in " + policy.folder()
                + " is whole; the log says why. Restore the folder from a copy, or start the run anew");
    }

    /**
     * Saves a snapshot, then drops what need not be kept. Nothing happens if the run stands where it was saved last.
     *
     * @throws TendrilException if it cannot be written; the checkpoints before it are untouched
     */
    public void save(Snapshot snapshot) {
        if (snapshot.progress().equals(saved)) {
            return;
        }
        List<Path> earlier = existing();
        Path target = policy.folder().resolve(name(earlier));
        Path temporary = hidden(target, "writing");
        try {
            write(snapshot, temporary, target);
        } catch (IOException failure) {
            throw cannotWrite(target, temporary, failure);
        }
        saved = snapshot.progress();
        drop(earlier, snapshot.progress().bestEpoch());
    }

    private void write(Snapshot snapshot, Path temporary, Path target) throws IOException {
        files.createFolder(policy.folder());
        removeLeftOvers();
        checkpoints.write(snapshot, key, temporary);
        files.rename(temporary, target);
        files.sync(policy.folder());
        try {
            checkpoints.verify(target);
        } catch (DamagedCheckpoint changed) {
            damaged.add(target);
            throw new IOException("read back, " + changed.getMessage(), changed);
        }
    }

    private TendrilException cannotWrite(Path target, Path temporary, IOException failure) {
        TendrilException problem = new TendrilException(
                "checkpoint " + target + " cannot be written: " + why(failure)
                        + ". Earlier checkpoints are untouched; free space or make the folder writable, then resume",
                failure);
        try {
            files.delete(temporary);
        } catch (IOException alsoFailed) {
            problem.addSuppressed(alsoFailed);
        }
        return problem;
    }

    private Optional<Snapshot> tryRead(Path folder) {
        try {
            Manifest manifest = checkpoints.manifest(folder);
            if (!manifest.key().equals(key)) {
                throw new TendrilException("checkpoint " + folder
                        + " belongs to a run with another seed; resume with the seed it was made with");
            }
            return Optional.of(checkpoints.read(folder, manifest));
        } catch (DamagedCheckpoint | NoSuchFileException incomplete) {
            damaged.add(folder);
            LOG.warn("checkpoint {} is passed over, the one before it is used: {}", folder, why(incomplete));
            return Optional.empty();
        } catch (IOException failure) { // it may well be whole: going on from an older one would in the end drop it
            throw new TendrilException(
                    "checkpoint " + folder + " cannot be read: " + why(failure) + ". Make it readable, then resume",
                    failure);
        }
    }

    /** Drops checkpoints made before the newest, apart from the last ones and that of the best epoch; damaged ones go first. */
    private void drop(List<Path> earlier, int bestEpoch) {
        List<Path> whole =
                earlier.stream().filter(folder -> !damaged.contains(folder)).toList();
        List<Path> last = whole.subList(Math.max(0, whole.size() - (policy.keep() - 1)), whole.size());
        for (Path folder : earlier) {
            if (!last.contains(folder) && (damaged.contains(folder) || !isBest(folder, bestEpoch))) {
                dropOne(folder);
            }
        }
    }

    private boolean isBest(Path folder, int bestEpoch) {
        try {
            Progress progress = checkpoints.manifest(folder).progress();
            return progress.atBest() && progress.bestEpoch() == bestEpoch;
        } catch (DamagedCheckpoint | NoSuchFileException incomplete) {
            LOG.warn("checkpoint {} is damaged and dropped: {}", folder, why(incomplete));
            return false;
        } catch (IOException failure) {
            LOG.warn("checkpoint {} cannot be read and is kept: {}", folder, why(failure));
            return true;
        }
    }

    private void dropOne(Path folder) {
        try {
            Path dropping = hidden(folder, "dropping");
            files.rename(folder, dropping);
            files.sync(policy.folder()); // so that no half-removed checkpoint is seen after a power failure
            files.delete(dropping);
        } catch (IOException failure) {
            LOG.warn("old checkpoint {} cannot be removed: {}", folder, why(failure));
        }
    }

    private void removeLeftOvers() throws IOException {
        for (Path path : files.list(policy.folder())) {
            if (isLeftOver(path)) {
                files.delete(path);
            }
        }
    }

    private List<Path> existing() {
        try {
            return files.list(policy.folder()).stream()
                    .filter(path -> number(path) > 0)
                    .sorted(Comparator.comparingInt(CheckpointFolder::number))
                    .toList();
        } catch (IOException failure) {
            throw new TendrilException(
                    "the checkpoint folder " + policy.folder() + " cannot be listed: " + why(failure), failure);
        }
    }

    private static String name(List<Path> earlier) {
        int newest = earlier.isEmpty() ? 0 : number(earlier.get(earlier.size() - 1));
        return String.format(Locale.ROOT, "checkpoint-%06d", newest + 1);
    }

    /** Number of a checkpoint's folder; 0 if the path is none. */
    private static int number(Path folder) {
        Matcher matcher = NAME.matcher(folder.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static boolean isLeftOver(Path path) {
        return LEFT_OVER.matcher(path.getFileName().toString()).matches();
    }

    private static Path hidden(Path folder, String purpose) {
        return folder.resolveSibling("." + folder.getFileName() + "." + purpose);
    }

    /** The words of a failure; those of the file system often hold nothing but the path. */
    private static String why(Exception failure) {
        return failure instanceof IOException
                ? failure.getClass().getSimpleName() + ": " + failure.getMessage()
                : String.valueOf(failure.getMessage());
    }
}
