// SPDX-License-Identifier: Apache-2.0
/**
 * Language models behind a server that speaks the OpenAI chat-completions protocol: requests, and the sheet in an answer.
 *
 * <p>An answer is data: it is parsed, checked and compiled as any other sheet, and nothing in it is executed. The key of
 * the server is in no message.
 */
@NullMarked
package org.onrecord.sheet.chat;

import org.jspecify.annotations.NullMarked;
