// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.cli.option.ProgressLine;
import org.onrecord.cli.option.ReleaseOptions;
import org.onrecord.release.Loading;
import org.onrecord.release.Release;
import org.onrecord.release.dump.Bounds;
import org.onrecord.release.dump.ChangeFiles;
import org.onrecord.release.dump.ReleaseFolder;
import org.onrecord.release.dump.ReleaseWriter;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.Manifest;
import org.onrecord.source.Progress;
import org.onrecord.validation.ReportFormat;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code export}: writes the release as verifiable files. */
@Command(
        name = "export",
        description = {
            "Write the release as files: dumps, checksums, graph hashes.",
            "The output is deterministic. Verify it with 'verify --release DIR'."
        },
        mixinStandardHelpOptions = true)
public final class Export implements Callable<Integer> {
    @Mixin
    private ReleaseOptions source;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "The target folder: new, empty, or an earlier export, which is replaced.")
    private Path to;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description =
                    "Dumps to write, comma-separated: nq, trig, ttl, nt, jsonld, rdf. Default: all. N-Quads are always written.")
    private List<String> formats = List.of();

    @Option(
            names = "--since",
            paramLabel = "RELEASE",
            description =
                    "Also write the changes since an earlier release: a folder written by 'export --to', or its onrecord.nq or onrecord.nq.gz. May be the same folder as --to.")
    private Optional<Path> since = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Collection<Format> forms = forms();
        ReleaseFolder place = ReleaseFolder.at(to);
        Progress progress = new ProgressLine(spec.commandLine().getErr());
        Optional<Release> release = release(progress);
        release.ifPresent(loaded -> write(loaded, place, forms, progress));
        return release.isPresent() ? ExitCode.DONE : ExitCode.WRONG;
    }

    /** The release, without the files that it was read from; empty if it has violations, which are reported. */
    private Optional<Release> release(Progress progress) {
        Loading loading = source.load(progress);
        if (loading instanceof Loading.Ready ready) {
            return Optional.of(ready.release());
        }
        PrintWriter err = spec.commandLine().getErr();
        err.print(ReportFormat.TEXT.write(loading.report()));
        err.println("onrecord: not exported because of the violations above.");
        err.flush();
        return Optional.empty();
    }

    private void write(Release release, ReleaseFolder place, Collection<Format> forms, Progress progress) {
        ReleaseWriter writer = new ReleaseWriter(release.dataset(), Context.of(release), Bounds.DEFAULTS, progress);
        Manifest manifest = writer.to(place, forms, writer.views(), last(writer, release.base()));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "'%s': %d quads in %d graphs, %d files%nrelease %s%n",
                to,
                manifest.quads(),
                manifest.graphs().size(),
                manifest.files().size() + 2,
                manifest.release().hash());
        out.flush();
    }

    private List<ReleaseWriter.Part> last(ReleaseWriter writer, BaseIri base) {
        List<ReleaseWriter.Part> last = new ArrayList<>(List.of(writer.metadata()));
        since.ifPresent(earlier -> last.add((folder, others) -> ChangeFiles.write(earlier, folder, base)));
        return last;
    }

    private Collection<Format> forms() {
        Set<Format> forms = EnumSet.noneOf(Format.class);
        for (String name : formats) {
            forms.add(Format.named(name.strip(), DumpNames.FORMATS)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "Invalid dump format '" + name + "': use nq, trig, ttl, nt, jsonld or rdf")));
        }
        return forms.isEmpty() ? DumpNames.FORMATS : forms;
    }
}
