// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.Release;
import org.onrecord.release.SnapshotFolder;
import org.onrecord.source.Home;
import org.onrecord.source.Progress;
import org.onrecord.validation.ReportFormat;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options {@code --home DIR} and {@code --store DIR} of commands that read a release and change nothing. */
public final class ReleaseOptions {
    @Mixin
    private HomeOption home;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description =
                    "Read the snapshot that 'serve --store DIR' keeps in this folder, and of the home only files that changed since. The folder is not changed; a server may be using it.")
    private @Nullable Path store;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Loads the home.
     *
     * @param progress receives the steps
     * @throws CommandException if the store has no snapshot
     */
    public Loading load(Progress progress) {
        return new Loader(home(), progress).load(Optional.ofNullable(store).flatMap(this::stored));
    }

    private Optional<Loading.Ready> stored(Path folder) {
        if (!SnapshotFolder.isIn(folder)) {
            throw new CommandException(
                    ExitCode.USAGE, "'" + folder + "' has no snapshot: 'onrecord serve --store DIR' writes it");
        }
        return SnapshotFolder.read(folder, home(), spec.commandLine().getErr()::println);
    }

    /**
     * The release of the home.
     *
     * @throws CommandException if the data does not conform, or the store has no snapshot
     */
    public Release release() {
        Loading loading = load(step -> {});
        if (loading instanceof Loading.Ready ready) {
            return ready.release();
        }
        throw new CommandException(
                ExitCode.WRONG,
                "The data does not conform, so no question was run.\n" + ReportFormat.TEXT.write(loading.report()));
    }

    /** The home, as {@link HomeOption#home}. */
    public Home home() {
        return home.home();
    }
}
