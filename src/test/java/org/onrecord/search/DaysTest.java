// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {
    private static final Days DAYS = new Days(
            new TreeSet<>(List.of(LocalDate.of(2030, 5, 8), LocalDate.of(2031, 5, 8), LocalDate.of(2031, 6, 4))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2031-06-04                    | 2031-06-04/2031-06-04
            4 June 2031                   | 2031-06-04/2031-06-04
            Jun 4, 2031                   | 2031-06-04/2031-06-04
            June 4                        | 2031-06-04/2031-06-04
            4th of june                   | 2031-06-04/2031-06-04
            Who spoke on 4 Jun?           | 2031-06-04/2031-06-04
            Wednesday, 4 June             | 2031-06-04/2031-06-04
            last Wednesday                | 2031-06-04/2031-06-04, 2030-05-08/2030-05-08
            8 May                         | 2031-05-08/2031-05-08, 2030-05-08/2030-05-08
            9 May                         | 2031-05-09/2031-05-09
            Sunday                        | ''
            June                          | 2031-06-01/2031-06-30
            June 2029                     | 2029-06-01/2029-06-30
            What did Hask say in May?     | 2031-05-01/2031-05-31, 2030-05-01/2030-05-31
            8 May to 4 June 2031          | 2031-05-08/2031-06-04
            between 8 May and 4 June 2031 | 2031-05-08/2031-06-04
            from 3 to 5 June 2031         | 2031-06-03/2031-06-05
            3-5 June                      | 2031-06-03/2031-06-05
            June 3–5, 2031              | 2031-06-03/2031-06-05
            2031-05-08 to 2031-06-04      | 2031-05-08/2031-06-04
            from May to June 2031         | 2031-05-01/2031-06-30
            5 June to 3 June 2031         | 2031-06-03/2031-06-05
            on 8 May and on 4 June 2031   | 2031-05-08/2031-05-08, 2030-05-08/2030-05-08, 2031-06-04/2031-06-04
            Hask before 4 June            | /2031-06-03
            until 4 June 2031             | /2031-06-04
            after 4 June 2031             | 2031-06-05/
            since June 2031               | 2031-06-01/
            Velin, June 2029              | 2029-06-01/2029-06-30
            31 June 2031                  | ''
            May I ask who spoke?          | ''
            the 4 marching bands          | ''
            """)
    void readsDays(String text, String intervals) {
        assertThat(DAYS.in(text))
                .extracting(interval -> interval.from().map(Object::toString).orElse("") + "/"
                        + interval.until().map(Object::toString).orElse(""))
                .isEqualTo(intervals.isEmpty() ? List.of() : List.of(intervals.split(", ")));
    }
}
