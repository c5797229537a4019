// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.Release;
import org.onrecord.source.Home;

/**
 * The sample home: three invented articles of an invented world, below another base, that cover every construct of the
 * model. It takes ontology and questions from the program. Loaded once for all tests that only read it.
 */
public final class SampleHome {
    /** The folder of the home. */
    public static final Path FOLDER = Path.of("src/test/resources/sample");

    /** The folder of the article texts. */
    public static final Path TEXTS = FOLDER.resolve("texts");

    public static final Home HOME = Home.at(FOLDER);

    /** The base of its IRIs. */
    public static final String BASE = "https://record.velmora.example/";

    /** The namespace of its things. */
    public static final String THINGS = BASE + "id/";

    private static final String CONTENT = "rec:content \"";

    private static final class Once {
        static final Loading LOADING = new Loader(HOME, step -> {}).load();
    }

    private SampleHome() {}

    /** Copies it to a folder, which is returned. */
    public static Path copy(Path target) throws IOException {
        return CopiedFolder.copy(FOLDER, target);
    }

    /** Puts a text in front of the content of the first statement of an article of a copy; readers see the file whole. */
    public static void edit(Path home, String article, String text) {
        Path file = home.resolve("data/articles/" + article + ".ttl");
        try {
            String before = Files.readString(file);
            int at = before.indexOf(CONTENT) + CONTENT.length();
            Path next = Files.writeString(home.resolve("next"), before.substring(0, at) + text + before.substring(at));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It, and what it was loaded from. */
    public static Loading.Ready ready() {
        if (!(Once.LOADING instanceof Loading.Ready ready)) {
            throw new IllegalStateException("The sample does not conform: " + Once.LOADING.report());
        }
        return ready;
    }

    public static Release release() {
        return ready().release();
    }

    /** The program's questions, with examples from the sample. */
    public static Catalogue catalogue() {
        return Catalogue.of(HOME).in(release());
    }
}
