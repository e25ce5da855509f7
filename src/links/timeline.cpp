#include "links/timeline.h"

#include <algorithm>

#include "links/clauses.h"

namespace fihris {
namespace {

// A day, year or hour that something may have happened at; not "these days",
// not an hour of no day, not every Sunday.
bool is_dated(const Clauses& c, const Figure& figure) {
  if (!is_date(figure)) return false;
  if (figure.type == FigureType::time && figure.from.empty() && figure.timex.rfind('T', 0) == 0) return false;
  const uint32_t first = figure.first_token;
  const WordMatch* each = first == 0 ? nullptr : c.words.find(first - 1, Table::date_links);
  return each == nullptr || row_cell(Table::date_links, each->row, date_links_columns::role) != "each";
}

// How many words a clause has beside its dates and the small words before them.
uint32_t count_words(const Clauses& c, TokenStretch clause) {
  uint32_t count = 0;
  for (uint32_t at = clause.first; at < clause.last; ++at) {
    const bool date = c.figure[at] != kNone && is_date(c.analysis.figures[c.figure[at]]);
    const bool small = c.words.find(at, Table::date_links) != nullptr ||
                       c.words.find(at, Table::function_words) != nullptr || c.words.find(at, Table::hedges) != nullptr;
    if (!date && !small && !c.is_mark(at)) ++count;
  }
  return count;
}

std::string_view opener_kind(const Clauses& c, uint32_t token) {
  const WordMatch* opener = find_opener(c.words, token);
  return opener == nullptr ? std::string_view()
                           : row_cell(Table::clause_openers, opener->row, clause_openers_columns::kind);
}

// The clause of a date. One that says next to nothing takes the next of its
// sentence, one that hangs on a noun ("which opened in May") the one before.
Span dated_span(const Clauses& c, const Figure& figure) {
  const uint32_t clause = c.clause[figure.first_token];
  TokenStretch out = c.stretches[clause];
  const bool has_next = clause + 1 < c.stretches.size() && c.same_sentence(out.first, c.stretches[clause + 1].first);
  const bool has_before = clause > 0 && c.same_sentence(out.first, c.stretches[clause - 1].first);
  const bool is_bare = count_words(c, out) == 0;
  if (is_bare && has_next) {
    out.last = c.stretches[clause + 1].last;
  } else if ((is_bare || opener_kind(c, out.first) == "which") && has_before) {
    out.first = c.stretches[clause - 1].first;
  }
  if (opener_kind(c, out.first) == "says" && out.first + 1 < figure.first_token) ++out.first;
  return c.span_of(out);
}

// Years before the common era count down.
bool is_earlier(const Event& a, const Event& b) {
  if (a.from.empty() || b.from.empty()) return !a.from.empty() && b.from.empty();
  const bool a_before = a.from[0] == '-';
  const bool b_before = b.from[0] == '-';
  if (a_before != b_before) return a_before;
  return a_before ? a.from > b.from : a.from < b.from;
}

// Many dates may share a clause: its span is sought once.
class DatedSpans {
 public:
  explicit DatedSpans(const Clauses& c) : c_(c) {}
  [[nodiscard]] Span find(const Figure& figure) {
    const uint32_t clause = c_.clause[figure.first_token];
    if (clause != clause_) span_ = dated_span(c_, figure);
    clause_ = clause;
    return span_;
  }

 private:
  const Clauses& c_;
  uint32_t clause_ = kNone;
  Span span_;
};

// Blocks and figures both run with the text.
class NoiseMarker {
 public:
  explicit NoiseMarker(const std::vector<Block>& blocks) : blocks_(blocks) {}
  [[nodiscard]] bool covers(Span span) {
    while (next_ < blocks_.size() && blocks_[next_].span.end <= span.begin) ++next_;
    return next_ < blocks_.size() && blocks_[next_].kind == BlockKind::noise && blocks_[next_].span.begin <= span.begin;
  }

 private:
  const std::vector<Block>& blocks_;
  size_t next_ = 0;
};

}  // namespace

std::vector<Event> make_timeline(const Words& words, const Analysis& analysis) {
  std::vector<Event> out;
  if (analysis.figures.empty()) return out;
  const Clauses c(words, analysis);
  DatedSpans spans(c);
  NoiseMarker noise(analysis.blocks);
  for (uint32_t i = 0; i < analysis.figures.size(); ++i) {
    const Figure& figure = analysis.figures[i];
    if (noise.covers(figure.span) || !is_dated(c, figure)) continue;
    out.push_back({.figure = i,
                   .sentence = words.tokens[figure.first_token].sentence,
                   .span = spans.find(figure),
                   .from = figure.from,
                   .to = figure.to});
  }
  std::stable_sort(out.begin(), out.end(), is_earlier);
  return out;
}

}  // namespace fihris
