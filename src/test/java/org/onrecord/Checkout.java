// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import java.nio.file.Path;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.Release;
import org.onrecord.source.Home;

/** The project as it lies in the repository, loaded and validated once for all tests that only read it. */
public final class Checkout {
    public static final Home HOME = Home.at(Path.of(""));

    private static final class Once {
        static final Loading LOADING = new Loader(HOME, step -> {}).load();
    }

    private Checkout() {}

    /** What came of loading it. */
    static Loading loading() {
        return Once.LOADING;
    }

    /** It, and what it was loaded from. */
    public static Loading.Ready ready() {
        if (!(loading() instanceof Loading.Ready ready)) {
            throw new IllegalStateException(
                    "The data does not conform: " + loading().report());
        }
        return ready;
    }

    public static Release release() {
        return ready().release();
    }
}
