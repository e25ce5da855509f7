#include "relations.h"

#include <cmath>
#include <utility>

namespace fihris {
namespace {

bool is_mark(char16_t c) { return (c >= 0x064B && c <= 0x0655) || c == 0x0670; }
bool is_letter(char16_t c) { return (c >= 0x0620 && c <= 0x063F) || (c >= 0x0641 && c <= 0x064A); }

bool splits_pair(std::u16string_view text, uint32_t at) {
  if (at == 0 || at >= text.size()) return false;
  return (text[at - 1] & 0xFC00) == 0xD800 && (text[at] & 0xFC00) == 0xDC00;
}

bool splits_marks(std::u16string_view text, uint32_t at) {
  if (at >= text.size() || !is_mark(text[at])) return false;
  while (at > 0 && is_mark(text[at - 1])) --at;
  return at > 0 && is_letter(text[at - 1]);
}

// Collects the first thing that is wrong; later ones are only its echo.
class Checker {
 public:
  explicit Checker(std::u16string_view text) : text_(text) {}

  void expect(bool holds, const std::string& what, size_t index) {
    if (!holds && broken_.empty()) broken_ = what + " (number " + std::to_string(index) + ")";
  }

  void check_span(Span s, const std::string& what, size_t index) {
    const std::string where = what + " [" + std::to_string(s.begin) + ", " + std::to_string(s.end) + ")";
    expect(s.begin < s.end && s.end <= text_.size(), where + " is empty or outside the text", index);
    expect(!splits_pair(text_, s.begin) && !splits_pair(text_, s.end), where + " splits a surrogate pair", index);
    expect(!splits_marks(text_, s.begin) && !splits_marks(text_, s.end), where + " splits a letter from its marks",
           index);
  }

  template <typename List, typename SpanOf>
  void check_row(const List& list, const std::string& what, SpanOf span_of) {
    uint32_t last = 0;
    for (size_t i = 0; i < list.size(); ++i) {
      const Span s = span_of(list[i]);
      check_span(s, what, i);
      expect(s.begin >= last, what + " out of order or overlapping", i);
      last = s.end;
    }
  }

  [[nodiscard]] std::string broken() && { return std::move(broken_); }

 private:
  std::u16string_view text_;
  std::string broken_;
};

bool is_finite(const std::optional<double>& value) { return !value || std::isfinite(*value); }

void check_figures(Checker& checker, const Analysis& analysis) {
  checker.check_row(analysis.figures, "figure", [](const Figure& f) { return f.span; });
  for (size_t i = 0; i < analysis.figures.size(); ++i) {
    const Figure& f = analysis.figures[i];
    checker.expect(is_finite(f.value) && is_finite(f.low) && is_finite(f.high), "figure's value is not a number", i);
    checker.expect(!f.low || !f.high || *f.low <= *f.high, "figure's low is above its high", i);
    checker.expect(f.from.empty() == f.to.empty(), "figure has half an interval", i);
    if (f.of) checker.check_span(*f.of, "counted noun", i);
  }
}

void check_apart(Checker& checker, const Analysis& analysis) {
  size_t f = 0;
  for (size_t m = 0; m < analysis.mentions.size(); ++m) {
    const Span name = analysis.mentions[m].span;
    while (f < analysis.figures.size() && analysis.figures[f].span.end <= name.begin) ++f;
    const bool apart = f == analysis.figures.size() || analysis.figures[f].span.begin >= name.end;
    checker.expect(apart, "mention overlaps a figure", m);
  }
}

void check_names(Checker& checker, const Analysis& analysis) {
  checker.check_row(analysis.mentions, "mention", [](const Mention& m) { return m.span; });
  size_t linked = 0;
  for (size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& m = analysis.mentions[i];
    checker.expect(m.confidence >= 0 && m.confidence <= 1, "mention's confidence is outside 0..1", i);
    checker.expect(m.entity < analysis.entities.size(), "mention's entity does not exist", i);
  }
  for (size_t i = 0; i < analysis.entities.size(); ++i) {
    const Entity& entity = analysis.entities[i];
    checker.expect(!entity.name.empty(), "entity has no name", i);
    checker.expect(!entity.mentions.empty(), "entity has no mention", i);
    for (const uint32_t m : entity.mentions) {
      const bool back = m < analysis.mentions.size() && analysis.mentions[m].entity == i;
      checker.expect(back, "entity's mention does not lead back", i);
      ++linked;
    }
  }
  checker.expect(linked == analysis.mentions.size(), "mentions and entities do not pair up", linked);
}

void check_quotes(Checker& checker, const Analysis& analysis) {
  for (size_t i = 0; i < analysis.quotes.size(); ++i) {
    const Quote& q = analysis.quotes[i];
    checker.check_span(q.span, "quote", i);
    checker.expect(!q.speaker || *q.speaker < analysis.mentions.size(), "quote's speaker does not exist", i);
    if (q.speaker_span) checker.check_span(*q.speaker_span, "speaker", i);
    if (q.verb) checker.check_span(*q.verb, "verb", i);
  }
}

void check_links(Checker& checker, const Analysis& analysis) {
  const auto is_figure = [&](std::optional<uint32_t> i) { return !i || *i < analysis.figures.size(); };
  for (size_t i = 0; i < analysis.figures.size(); ++i) {
    const Figure& f = analysis.figures[i];
    if (f.subject) checker.check_span(*f.subject, "subject", i);
    checker.expect(is_figure(f.when), "figure's date does not exist", i);
    checker.expect(!f.change || *f.change < analysis.changes.size(), "figure's change does not exist", i);
    if (!f.source) continue;
    if (f.source->span) checker.check_span(*f.source->span, "source", i);
    checker.expect(!f.source->mention || *f.source->mention < analysis.mentions.size(), "source does not exist", i);
    checker.expect(!f.source->quote || *f.source->quote < analysis.quotes.size(), "source's quote does not exist", i);
  }
  for (size_t i = 0; i < analysis.changes.size(); ++i) {
    const Change& c = analysis.changes[i];
    checker.check_span(c.span, "change", i);
    if (c.verb) checker.check_span(*c.verb, "verb of change", i);
    const bool known = is_figure(c.from) && is_figure(c.to) && is_figure(c.delta) && is_figure(c.percent);
    checker.expect(known, "change's figure does not exist", i);
  }
  for (size_t i = 0; i < analysis.timeline.size(); ++i) {
    const Event& e = analysis.timeline[i];
    checker.check_span(e.span, "event", i);
    checker.expect(is_figure(e.figure) && e.sentence < analysis.sentences.size(), "event leads nowhere", i);
  }
  for (size_t i = 0; i < analysis.checks.size(); ++i) {
    const Check& c = analysis.checks[i];
    checker.expect(!c.evidence.empty(), "check has no evidence", i);
    for (const Span span : c.evidence) checker.check_span(span, "evidence", i);
    for (const uint32_t figure : c.figures) checker.expect(is_figure(figure), "check's figure does not exist", i);
  }
}

}  // namespace

std::string find_broken_relation(std::u16string_view source, const Analysis& analysis) {
  Checker checker(source);
  checker.expect(analysis.length == source.size(), "length is not the text's", 0);
  checker.check_row(analysis.blocks, "block", [](const Block& b) { return b.span; });
  checker.check_row(analysis.sentences, "sentence", [](Span s) { return s; });
  check_figures(checker, analysis);
  check_names(checker, analysis);
  check_apart(checker, analysis);
  check_quotes(checker, analysis);
  check_links(checker, analysis);
  for (size_t i = 0; i < analysis.warnings.size(); ++i) {
    checker.expect(!analysis.warnings[i].code.empty(), "warning has no code", i);
    if (analysis.warnings[i].span) checker.check_span(*analysis.warnings[i].span, "warning", i);
  }
  return std::move(checker).broken();
}

}  // namespace fihris
