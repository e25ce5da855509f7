#include "links/quotation_marks.h"

#include <optional>

namespace fihris {
namespace {

constexpr uint32_t kLongest = 400;  // tokens between two marks
constexpr uint32_t kLongestUnclosed = 120;

bool is_mark(const Words& words, uint32_t token) {
  if (words.tokens[token].kind != TokenKind::punctuation && words.tokens[token].kind != TokenKind::symbol) return false;
  switch (words.view.folded[words.tokens[token].span.begin]) {
    case u'"':
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2033:
      return true;
    default:
      return false;
  }
}

bool is_straight(const Words& words, uint32_t token) {
  return words.view.folded[words.tokens[token].span.begin] == u'"';
}

bool is_text(const Words& words, uint32_t token) {
  const TokenKind kind = words.tokens[token].kind;
  return kind == TokenKind::word || kind == TokenKind::number || kind == TokenKind::latin;
}

bool has_space_before(const Words& words, uint32_t token) {
  return token == 0 || words.tokens[token].space_before || words.tokens[token].line_start;
}
bool has_space_after(const Words& words, uint32_t token) {
  return token + 1 >= words.size() || words.tokens[token + 1].space_before || words.tokens[token + 1].line_start;
}

// A word stands right behind, and none right before (a glued preposition aside).
bool may_open(const Words& words, uint32_t token) {
  if (token + 1 >= words.size() || has_space_after(words, token)) return false;
  if (!is_text(words, token + 1) && !is_mark(words, token + 1) &&
      words.tokens[token + 1].kind != TokenKind::punctuation)
    return false;
  if (has_space_before(words, token)) return true;
  const Token& before = words.tokens[token - 1];
  return before.kind == TokenKind::punctuation || before.kind == TokenKind::symbol ||
         before.span.end - before.span.begin <= 2;
}

bool may_close(const Words& words, uint32_t token) {
  if (token == 0 || words.tokens[token].line_start) return false;
  // "... text ) ." with a space strayed in front: nothing that a mark would open follows.
  if (has_space_before(words, token))
    return token + 1 >= words.size() || words.tokens[token + 1].line_start ||
           (has_space_after(words, token) ? false : words.tokens[token + 1].kind == TokenKind::punctuation);
  return has_space_after(words, token) || !is_text(words, token + 1) || is_straight(words, token);
}

// Straight marks from here to the end of the line: an even number may be nested.
bool is_balanced(const Words& words, uint32_t open) {
  uint32_t marks = 1;
  for (uint32_t at = open + 1; at < words.size() && at - open <= kLongest && !words.tokens[at].line_start; ++at)
    marks += is_mark(words, at) && is_straight(words, at) ? 1U : 0U;
  return marks % 2 == 0;
}

// Where the run that opens here closes. Pairs inside it are passed over; a mark
// that opens a new line while one is open only carries the quotation on.
std::optional<QuotedRun> close_run(const Words& words, uint32_t open) {
  QuotedRun run{.open = open};
  int depth = 1;
  uint32_t line_end = 0;  // the first end of a line within
  uint32_t words_on_line = 0;
  for (uint32_t at = open + 1; at < words.size() && at - open <= kLongest; ++at) {
    if (words.tokens[at].line_start && line_end == 0) {
      line_end = at;
      words_on_line = run.words;
    }
    run.words += is_text(words, at) ? 1U : 0U;
    if (!is_mark(words, at)) continue;
    const bool carries_on = words.tokens[at].line_start;
    if (may_close(words, at) && --depth == 0) {
      run.close = at;
      return run;
    }
    if (!may_close(words, at) && may_open(words, at) && !carries_on) {
      if (is_straight(words, at) && !is_balanced(words, open)) break;  // a new pair: the first never closed
      ++depth;
    }
  }
  // Never closed: up to the end of its line.
  if (line_end == 0) line_end = static_cast<uint32_t>(words.size());
  if (line_end - open > kLongestUnclosed) return std::nullopt;
  if (words_on_line == 0) words_on_line = run.words;
  return QuotedRun{open, line_end, words_on_line};
}

}  // namespace

std::vector<QuotedRun> find_quoted_runs(const Words& words) {
  std::vector<QuotedRun> out;
  for (uint32_t at = 0; at < words.size(); ++at) {
    if (!is_mark(words, at) || !may_open(words, at)) continue;
    const auto run = close_run(words, at);
    if (!run) continue;
    out.push_back(*run);
    at = run->close;
  }
  return out;
}

}  // namespace fihris
