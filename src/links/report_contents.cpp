#include "links/report_contents.h"

#include <algorithm>

#include "text/characters.h"

namespace fihris {
namespace {

// How far a verb looks for its words, in tokens, and how few words are speech.
constexpr uint32_t kFarthest = 60;
constexpr uint32_t kFarthestBehindParticiple = 24;
constexpr uint32_t kFarthestLoose = 14;
constexpr uint32_t kLongestIndirect = 250;
constexpr uint32_t kShortPath = 4;      // from the verb to a mark: its subject and little more
constexpr uint32_t kShortOpening = 5;   // words before the mark in "that the factory <...>"
constexpr uint32_t kClearlySpeech = 8;  // words; no name is that long

class ContentReader {
 public:
  explicit ContentReader(const ReportedText& text) : text_(text), contents_(text.verbs.size()) {}

  // From the last verb to the first: where a verb's words end depends on what the next one reports.
  std::vector<ReportContent> run() {
    uint32_t boundary = text_.size();
    for (size_t k = text_.verbs.size(); k-- > 0;) {
      const ReportVerb& verb = text_.verbs[k];
      contents_[k] = read(verb, boundary);
      if (verb.of_what && !contents_[k].is_direct()) contents_[k] = {};
      const bool strong = verb.frame == VerbFrame::say || verb.frame == VerbFrame::tell ||
                          verb.mood == VerbMood::participle || verb.describes();
      if (contents_[k].exists() || (strong && verb.mood != VerbMood::noun)) boundary = verb.first;
    }
    return contents_;
  }

 private:
  [[nodiscard]] static uint32_t reach(const ReportVerb& verb) {
    if (verb.mood == VerbMood::noun) return 3;
    if (verb.mood == VerbMood::participle) return kFarthestBehindParticiple;
    if (verb.frame == VerbFrame::wide || verb.describes()) return kFarthestLoose;
    return verb.frame == VerbFrame::act ? kFarthestBehindParticiple : kFarthest;
  }

  ReportContent read(const ReportVerb& verb, uint32_t boundary) {
    const uint32_t end = std::min({text_.sentence_end[verb.first], boundary, verb.last + reach(verb)});
    if (!can_report(verb, end)) return {};
    uint32_t fallback = kNone;
    bool awaited = false;  // "must", "may": the next "that" is theirs
    for (uint32_t i = verb.last; i < end;) {
      if (text_.opens_quotation(i)) {
        const Quotation& quotation = text_.quotations[text_.quotation_of[i]];
        if (is_speech_behind(verb, quotation, end)) {
          return {.quotation = text_.quotation_of[i], .introduced = introduced_at(verb, i)};
        }
        i = quotation.next();
        continue;
      }
      if (text_.mark(i) == kArabicSemicolon || ends_clause(i, verb)) break;
      if (text_.mark(i) == u':' && !text_.opens_quotation(i + 1) && !text_.is_that(i + 1)) break;
      if (text_.is_that(i) && awaited) {
        awaited = false;
      } else if (takes_that(verb, i)) {
        if (verb.frame != VerbFrame::say || text_.is_that_below(i)) return read_behind_that(verb, i);
        fallback = std::min(fallback, i);
      }
      if (text_.has_role(i, Table::that_takers, "verb")) awaited = true;
      i = text_.mark(i) == u'(' ? skip_bracket(i, end) : i + 1;
    }
    const bool near = fallback != kNone && fallback - verb.last <= kFarthestLoose;
    return near ? read_behind_that(verb, fallback) : ReportContent{};
  }

  // "It came in the letter that ..."; findings are not speech: "the figures revealed that ...".
  [[nodiscard]] bool can_report(const ReportVerb& verb, uint32_t end) const {
    if (verb.last >= end) return false;
    if (verb.frame == VerbFrame::subject)
      return text_.begins_mention(verb.last) || text_.has_article(verb.last) ||
             text_.words.find(verb.last, Table::speaker_nouns) != nullptr;
    if (verb.stance != Stance::announcement) return true;
    const bool evidence_before = verb.first > 0 && text_.has_role(verb.first - 1, Table::speaker_nouns, "evidence");
    return !evidence_before && !text_.has_role(verb.last, Table::speaker_nouns, "evidence");
  }

  [[nodiscard]] bool takes_that(const ReportVerb& verb, uint32_t i) const {
    if (verb.frame == VerbFrame::wide || !text_.is_that(i) || text_.is_taken_that(i)) return false;
    if (verb.describes()) return text_.is_that_as(i);
    return verb.frame != VerbFrame::subject || i > verb.last;
  }

  [[nodiscard]] uint32_t skip_bracket(uint32_t i, uint32_t end) const {
    const uint32_t last = std::min(end, i + 16);
    for (uint32_t k = i + 1; k < last; ++k) {
      if (text_.mark(k) == u')') return k + 1;
    }
    return i + 1;
  }

  // ", and <verb>" begins another clause; ", minister of ..." and ", who is ..." do not.
  [[nodiscard]] bool ends_clause(uint32_t i, const ReportVerb& verb) const {
    if (!text_.is_comma(i) || i == verb.last || !text_.is_word(i + 1)) return false;
    if (text_.opens_clause(i + 1)) return true;
    const Token& token = text_.words.tokens[i + 1];
    if (text_.words.view.folded[token.span.begin] != kWaw || text_.begins_mention(i + 1)) return false;
    return !text_.has_role(i + 1, Table::speaker_ends, "manner") && !ends_in_attribution(i + 1) &&
           !text_.has_role(i + 1, Table::speaker_ends, "end");
  }

  [[nodiscard]] uint32_t introduced_at(const ReportVerb& verb, uint32_t mark) const {
    uint32_t at = mark;
    while (at > verb.last && (text_.mark(at - 1) == u':' || text_.is_comma(at - 1))) --at;
    return at;
  }

  // Whether "that" comes only behind the quotation, which is then a name on the way.
  [[nodiscard]] bool has_that_behind(const ReportVerb& verb, const Quotation& quotation, uint32_t end) const {
    const uint32_t last = std::min(end, quotation.next() + kFarthestBehindParticiple);
    for (uint32_t i = quotation.next(); i < last; ++i) {
      if (takes_that(verb, i) && (verb.frame != VerbFrame::say || text_.is_that_below(i))) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_speech_behind(const ReportVerb& verb, const Quotation& quotation, uint32_t end) const {
    const uint32_t before = quotation.open - 1;
    if (verb.frame == VerbFrame::say ? is_titled(text_, quotation) : is_quoted_name(text_, quotation)) return false;
    const uint32_t path = quotation.open - verb.last;
    if (text_.mark(before) == u':')
      return quotation.words >= 2 && (verb.frame != VerbFrame::wide || path <= kShortPath);
    const bool paused = text_.is_comma(before) || text_.is_dash(before);
    const bool close = paused || path <= kShortPath;
    if (quotation.words < kClearlySpeech && !(paused && path > 1) && path > 0 &&
        has_that_behind(verb, quotation, end)) {
      return false;
    }
    switch (verb.frame) {
      case VerbFrame::wide:
        return quotation.words >= 4;
      case VerbFrame::describe:
      case VerbFrame::describe_it:
        return quotation.words >= 3;
      case VerbFrame::say:
        return quotation.words >= (close ? 3U : 4U);
      case VerbFrame::subject:
        return false;
      default:
        return quotation.words >= (close ? 3U : 5U);
    }
  }

  ReportContent read_behind_that(const ReportVerb& verb, uint32_t that) {
    ReportContent out{.introduced = that};
    uint32_t begin = that + 1;
    while (begin < text_.size() && (text_.mark(begin) == u':' || text_.is_comma(begin))) ++begin;
    if (begin >= text_.sentence_end[that]) return out;
    uint32_t end = find_indirect_end(that, begin);
    uint32_t words = 0;
    for (uint32_t i = begin; i < end;) {
      if (!text_.opens_quotation(i)) {
        words += text_.mark(i) == 0 ? 1 : 0;
        ++i;
        continue;
      }
      const Quotation& quotation = text_.quotations[text_.quotation_of[i]];
      const bool last = ends_words(quotation.next(), end) || goes_on_with_that(quotation.next());
      const bool name = is_quoted_name(text_, quotation);
      if (!name && words <= kShortOpening && is_speech_behind_that(verb, quotation, words, last)) {
        out.quotation = text_.quotation_of[i];
        return out;
      }
      if (!name && words > kShortOpening && last && quotation.words >= 4) {
        out.quotation = text_.quotation_of[i];
        end = i;
        break;
      }
      i = quotation.next();
      words += quotation.words;
    }
    set_indirect(out, begin, end);
    return out;
  }

  [[nodiscard]] static bool is_speech_behind_that(const ReportVerb& verb, const Quotation& quotation, uint32_t opening,
                                                  bool last) {
    if (last && opening == 0) return quotation.words >= (verb.describes() ? 2U : 3U);
    if (last) return quotation.words >= 3;
    return quotation.words >= 6;
  }

  // "that <words> and that <words>".
  [[nodiscard]] bool goes_on_with_that(uint32_t i) const {
    const WordMatch* match = i < text_.size() ? text_.words.find(i, Table::report_words) : nullptr;
    return match != nullptr && match->reading.conjunction == kWaw && text_.has_role(i, Table::report_words, "that") &&
           text_.opens_quotation(i + 1);
  }

  // Nothing of the clause follows the quotation.
  [[nodiscard]] bool ends_words(uint32_t i, uint32_t end) const {
    return i >= end || text_.is_comma(i) || text_.mark(i) == u'.' || text_.mark(i) == kArabicSemicolon ||
           text_.starts_sentence(i) || text_.is_dash(i);
  }

  // Trailing marks and words that open the next clause are no part of what was said.
  void set_indirect(ReportContent& out, uint32_t begin, uint32_t end) const {
    // "has not come yet" ends on a word that before more of the sentence would be "after".
    const bool whole = end == text_.sentence_end[begin];
    while (end > begin && text_.mark(end - 1) != 0 && is_loose_end(end - 1)) --end;
    if (!whole) {
      while (end > begin && is_loose_end(end - 1)) --end;
    }
    uint32_t words = 0;
    for (uint32_t i = begin; i < end && words < kShortOpening + 1; ++i) words += text_.mark(i) == 0 ? 1 : 0;
    const bool cut_by_verb = end < text_.size() && text_.verb_at[end] != kNone &&
                             !text_.verbs[text_.verb_at[end]].joined && text_.verbs[text_.verb_at[end]].is_finite();
    if (words < 2 || (cut_by_verb && words <= kShortOpening)) return;
    out.begin = begin;
    out.end = end;
  }

  [[nodiscard]] bool is_loose_end(uint32_t i) const {
    const char16_t c = text_.mark(i);
    if (c != 0) return c != u')' && c != u'%' && !(is_quotation_mark(c) && text_.quotation_of[i] != kNone);
    const FoldedSpan span = text_.words.tokens[i].span;
    if (text_.is_word(i) && span.end - span.begin == 1) return true;  // "and" before a mark
    const std::string_view role = text_.role(i, Table::report_words);
    if (role == "that" || !text_.role(i, Table::that_takers).empty()) return true;
    return text_.opens_clause(i) || role == "auxiliary" || role == "relative";
  }

  [[nodiscard]] uint32_t find_indirect_end(uint32_t that, uint32_t begin) const {
    const uint32_t limit = std::min(text_.sentence_end[that], begin + kLongestIndirect);
    uint32_t i = begin;
    while (i < limit) {
      if (text_.quotation_of[i] != kNone) {
        i = text_.quotations[text_.quotation_of[i]].next();
        continue;
      }
      if (i > begin + 2 && ends_in_attribution(i)) return i;
      if (text_.verb_at[i] != kNone && ends_indirect(text_.verb_at[i])) return i;
      ++i;
    }
    return std::min(i, std::max(limit, that + 1));
  }

  // ", according to the ministry" is an attribution, "according to need" is not.
  [[nodiscard]] bool ends_in_attribution(uint32_t i) const {
    const std::string_view role = text_.role(i, Table::report_words);
    if (role == "source") return text_.is_comma(i - 1) || text_.is_dash(i - 1);
    return role == "end";
  }

  // Another speech begins: a participle, "and he said", ", while the ministry said".
  [[nodiscard]] bool ends_indirect(uint32_t k) const {
    const ReportVerb& verb = text_.verbs[k];
    if (contents_[k].exists()) return true;
    const bool doubled = verb.last < text_.size() && text_.verb_at[verb.last] != kNone;  // "he went on, saying"
    if (doubled && verb.is_finite()) return true;
    if (verb.frame == VerbFrame::in || verb.frame == VerbFrame::from || verb.frame == VerbFrame::act ||
        verb.mood == VerbMood::noun || verb.purpose)
      return false;
    const uint32_t before = verb.first - 1;
    const bool paused = text_.is_comma(before);
    const bool opened = paused || text_.opens_clause(before);
    const bool wide = verb.frame == VerbFrame::wide || verb.describes();
    if (verb.mood == VerbMood::participle || verb.joined) return paused || !wide;
    return opened;
  }

  const ReportedText& text_;
  std::vector<ReportContent> contents_;
};

}  // namespace

bool is_titled(const ReportedText& text, const Quotation& quotation) {
  uint32_t before = quotation.open;
  if (before == 0) return false;
  --before;
  const bool colon = text.mark(before) == u':';
  if (colon && before > 0) --before;
  const WordMatch* match = text.words.find(before, Table::quoted_names);
  if (match == nullptr) return false;
  if (row_cell(Table::quoted_names, match->row, 0) == "title") return true;
  return !colon && !match->reading.article;  // "the company <words>" speaks, "company <name>" is named
}

bool is_quoted_name(const ReportedText& text, const Quotation& quotation) {
  if (is_titled(text, quotation)) return true;
  const bool colon = quotation.open > 0 && text.mark(quotation.open - 1) == u':';
  if (colon || quotation.open + 1 >= quotation.end) return false;
  // "the head of <organisation>".
  const uint32_t office = quotation.open > 0 ? text.mention_of[quotation.open - 1] : kNone;
  if (office != kNone && text.analysis.mentions[office].type == EntityType::occ && quotation.words <= kClearlySpeech &&
      !text.has_article(quotation.open - 1)) {
    return true;
  }
  const uint32_t mention = text.mention_of[quotation.open + 1];
  if (mention == kNone || text.analysis.mentions[mention].last_token < quotation.end) return false;
  // A whole sentence between marks passes for a work's title now and then.
  const bool work = text.analysis.mentions[mention].type == EntityType::work;
  return quotation.words <= (work ? kShortOpening : kClearlySpeech);
}

std::vector<ReportContent> find_contents(const ReportedText& text) { return ContentReader(text).run(); }

}  // namespace fihris
