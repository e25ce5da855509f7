#include "links/quotes.h"

#include <algorithm>

#include "links/quotation_marks.h"
#include "links/speakers.h"

namespace fihris {
namespace {

constexpr uint32_t kFewestWords = 3;  // between marks, with the report right before them
constexpr uint32_t kFewestIndirect = 2;
constexpr uint32_t kFewestWithin = 4;     // a fragment within indirect speech
constexpr uint32_t kFewestApart = 6;      // with another clause or quotation between
constexpr uint32_t kReachBefore = 30;     // tokens from a report to its quotation
constexpr uint32_t kReachVerb = 40;       // tokens from a verb to the participle that goes with it
constexpr uint32_t kReachThat = 28;       // tokens from a report to its "that"
constexpr uint32_t kReachParticiple = 5;  // the same from a participle, whose subject stands before it
constexpr uint32_t kReachAfter = 3;       // tokens from a quotation to the report after it
constexpr uint32_t kKeptBeforeMarks = 8;  // words of indirect speech kept where a quotation follows in it

struct Found {
  Quote quote;
  uint32_t first = 0;  // tokens of the words
  uint32_t last = 0;
  uint32_t report_token = 0;
};

class QuoteFinder {
 public:
  QuoteFinder(const Words& words, const Analysis& analysis)
      : words_(words),
        analysis_(analysis),
        speakers_(words, analysis.mentions, analysis.figures),
        runs_(find_quoted_runs(words)),
        reports_(find_reports(words)) {}

  std::vector<Quote> find() {
    mark_direct_runs();
    size_t run = 0;
    for (size_t r = 0; r <= reports_.size(); ++r) {
      const uint32_t until = r < reports_.size() ? reports_[r].first : UINT32_MAX;
      for (; run < runs_.size() && runs_[run].open < until; ++run) add_direct(run);
      if (r < reports_.size() && !is_quoted(reports_[r].first)) add_indirect(reports_[r]);
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.quote.span.begin < b.quote.span.begin; });
    std::vector<Quote> out;
    for (Found& found : found_) out.push_back(std::move(found.quote));
    return out;
  }

 private:
  // ---- direct

  // The report that a quotation belongs to, and where it stands.
  struct Cue {
    const Report* report = nullptr;
    bool after = false;
  };

  void mark_direct_runs() {
    cues_.resize(runs_.size());
    quoted_.assign(words_.size(), false);
    for (size_t i = 0; i < runs_.size(); ++i) {
      cues_[i] = find_cue(i);
      if (cues_[i].report == nullptr) continue;
      std::fill(quoted_.begin() + runs_[i].open, quoted_.begin() + std::min<size_t>(runs_[i].close, words_.size()),
                true);
    }
  }

  [[nodiscard]] bool is_quoted(uint32_t token) const { return quoted_[token]; }

  // A title, a name or a nickname between marks is a mention of its own.
  [[nodiscard]] bool is_name(const QuotedRun& run) const {
    const auto m = speakers_.mention_at(run.open + 1);
    return m && analysis_.mentions[*m].last_token >= run.close;
  }

  Cue find_cue(size_t index) const {
    const QuotedRun& run = runs_[index];
    if (run.words < kFewestWords || is_name(run)) return {};
    if (const Report* report = find_before(index)) return {report, false};
    if (const Report* report = find_after(run)) return {report, true};
    return {};
  }

  [[nodiscard]] const Report* find_before(size_t index) const {
    const QuotedRun& run = runs_[index];
    const auto next = std::lower_bound(reports_.begin(), reports_.end(), run.open,
                                       [](const Report& r, uint32_t token) { return r.first < token; });
    if (next == reports_.begin()) return nullptr;
    const Report& report = *(next - 1);
    if (run.open - report.last > kReachBefore || report.last > run.open) return nullptr;
    bool is_apart = false;
    bool has_that = false;
    for (uint32_t token = report.last; token < run.open; ++token) {
      if (ends_clause(words_, token) || words_.tokens[token].line_start) return nullptr;
      if (has_report_role(words_, token, "boundary")) is_apart = true;
      if (is_that(words_, token) && token + 1 < run.open && !speakers_.mention_at(token)) has_that = true;
    }
    if (words_.tokens[run.open].line_start && !is_speech_mark(words_, run.open - 1, u':')) return nullptr;
    // Another quotation of the same report lies between: this one goes on from it.
    for (size_t before = index; before-- > 0 && runs_[before].open > report.first;)
      if (cues_[before].report == &report) is_apart = true;
    const bool colon = is_speech_mark(words_, run.open - 1, u':');
    if (report.form == ReportForm::participle && !governs(report)) return nullptr;
    const bool adjacent = colon || run.open == report.last || introduces(run.open - 1);
    if (report.form == ReportForm::came && !adjacent && run.words < kFewestApart) return nullptr;
    if (report.form == ReportForm::weak && !adjacent) return nullptr;
    if (is_apart && run.words < kFewestApart) return nullptr;
    return run.words >= (adjacent || !has_that ? kFewestWords : kFewestWithin) ? &report : nullptr;
  }

  // A participle that goes on as a report does: "saying:", "pointing to", "adding that".
  [[nodiscard]] bool governs(const Report& report) const {
    const uint32_t next = report.last;
    if (next >= words_.size() || words_.tokens[next].kind == TokenKind::punctuation) return true;
    if (speakers_.mention_at(next) || words_.tokens[next].span.end - words_.tokens[next].span.begin == 1) return true;
    if (is_that(words_, next) || has_report_role(words_, next, "toward")) return true;
    const WordMatch* word = words_.find(next, Table::function_words);
    if (word != nullptr) return row_cell(word->table, word->row, function_words_columns::kind) == "preposition";
    for (const Reading& reading : words_.tokens.readings(next))
      if (reading.preposition != 0) return true;
    return false;
  }

  // "that" and its kind right before the marks.
  [[nodiscard]] bool introduces(uint32_t token) const { return is_that(words_, token); }

  [[nodiscard]] const Report* find_after(const QuotedRun& run) const {
    if (run.close >= words_.size()) return nullptr;
    for (uint32_t token = run.close + 1; token < words_.size() && token <= run.close + kReachAfter; ++token) {
      if (words_.tokens[token].line_start) return nullptr;
      const auto at = std::lower_bound(reports_.begin(), reports_.end(), token,
                                       [](const Report& r, uint32_t wanted) { return r.first < wanted; });
      if (at != reports_.end() && at->first == token) {
        const bool finite = at->form == ReportForm::verb || at->form == ReportForm::noun;
        return finite && !at->joined ? &*at : nullptr;
      }
      const bool small = words_.tokens[token].kind == TokenKind::punctuation ||
                         has_report_role(words_, token, "attribution") || has_report_role(words_, token, "aside");
      if (!small || ends_clause(words_, token)) return nullptr;
    }
    return nullptr;
  }

  void add_direct(size_t index) {
    const Cue cue = cues_[index];
    if (cue.report == nullptr) return;
    const QuotedRun& run = runs_[index];
    const Speaker speaker = cue.after ? speakers_.find_after(*cue.report) : speaker_of(*cue.report, run.open);
    add(QuoteKind::direct, *cue.report, speaker, run.open + 1, run.close);
  }

  // The verb that a participle or noun goes with: "the site commented, saying".
  [[nodiscard]] const Report* verb_of(const Report& report) const {
    if (report.form == ReportForm::participle || report.form == ReportForm::noun) {
      for (auto before = static_cast<size_t>(&report - reports_.data()); before-- > 0;) {
        const Report& verb = reports_[before];
        if (words_.tokens[verb.first].sentence != words_.tokens[report.first].sentence) break;
        const bool finite = verb.form == ReportForm::verb || verb.form == ReportForm::tell;
        if (!finite || is_quoted(verb.first) || report.first - verb.last > kReachVerb) continue;
        if (verb.first > 0 && is_that(words_, verb.first - 1)) continue;  // "that he comment": its subject is elsewhere
        return &verb;
      }
    }
    return nullptr;
  }

  // Its subject is the participle's speaker; elsewhere the report itself tells.
  [[nodiscard]] Speaker speaker_of(const Report& report, uint32_t limit) const {
    if (const Report* verb = verb_of(report)) {
      const Speaker speaker = speakers_.find_speaker(*verb, report.first);
      if (speaker.is_known()) return speaker;
    }
    return speakers_.find_speaker(report, limit);
  }

  // ---- indirect

  void add_indirect(const Report& report) {
    if (report.form == ReportForm::came && !report.joined && report.first > 0 &&
        !words_.tokens[report.first].line_start)
      return;
    const std::optional<uint32_t> that = find_that(report);
    if (!that) return;
    if (report.form == ReportForm::impersonal && *that == report.last) return;
    const uint32_t first = *that + 1;
    uint32_t last = find_end(first);
    uint32_t count = 0;
    for (uint32_t token = first; token < last; ++token) {
      if (quoted_[token]) {
        if (count < kKeptBeforeMarks) {
          // The words between the marks are what was said; the report is theirs.
          return;
        }
        last = token;
        while (last > first && words_.find(last - 1, Table::function_words) != nullptr) --last;  // "..., but "
        break;
      }
      count += words_.tokens[token].kind == TokenKind::punctuation ? 0U : 1U;
    }
    while (last > first && words_.tokens[last - 1].kind == TokenKind::punctuation && !closes_pair(first, last - 1))
      --last;
    if (count < kFewestIndirect || last <= first) return;
    add(QuoteKind::indirect, report, speaker_of(report, *that), first, last);
  }

  // A closing mark or bracket whose partner lies inside stays.
  [[nodiscard]] bool closes_pair(uint32_t first, uint32_t token) const {
    const char16_t unit = words_.view.folded[words_.tokens[token].span.begin];
    const char16_t partner = unit == u')' ? u'(' : unit == 0x00BB ? 0x00AB : unit == 0x201D ? 0x201C : unit;
    if (unit != u')' && unit != 0x00BB && unit != 0x201D && unit != u'"') return false;
    for (uint32_t at = token; at-- > first;)
      if (is_speech_mark(words_, at, partner)) return true;
    return false;
  }

  [[nodiscard]] std::optional<uint32_t> find_that(const Report& report) const {
    const uint32_t reach = report.form == ReportForm::participle ? kReachParticiple : kReachThat;
    for (uint32_t token = report.last; token < words_.size() && token - report.last <= reach; ++token) {
      if (words_.tokens[token].sentence != words_.tokens[report.first].sentence || words_.tokens[token].line_start)
        return std::nullopt;
      if (quoted_[token] || is_speech_mark(words_, token, u':') || ends_clause(words_, token)) return std::nullopt;
      if (has_report_role(words_, token, "modal")) return std::nullopt;
      if (is_that(words_, token) && !speakers_.mention_at(token)) {
        if (token > report.last && has_report_role(words_, token - 1, "no_that")) continue;
        return token;
      }
      const WordMatch* other = words_.find(token, Table::report_verbs);
      if (other != nullptr && !other->reading.article && other->reading.preposition == 0 &&
          !speakers_.mention_at(token) && row_cell(other->table, other->row, report_verbs_columns::form) != "noun")
        return std::nullopt;
    }
    return std::nullopt;
  }

  // The end of the sentence, or the next clause of the reporter.
  [[nodiscard]] uint32_t find_end(uint32_t first) const {
    const uint32_t sentence = words_.tokens[std::min<size_t>(first, words_.size() - 1)].sentence;
    for (uint32_t token = first; token < words_.size(); ++token) {
      if (words_.tokens[token].sentence != sentence || words_.tokens[token].line_start) return token;
      if (ends_clause(words_, token) && !is_glued_point(token)) return token;
      if (token == first || speakers_.mention_at(token)) continue;
      const bool after_comma = is_comma(words_, token - 1);
      const WordMatch* verb = words_.find(token, Table::report_verbs);
      if (verb != nullptr) {
        const std::string_view form = row_cell(verb->table, verb->row, report_verbs_columns::form);
        const bool bare = !verb->reading.article && verb->reading.preposition == 0;
        if (bare && form == "participle" && verb->reading.conjunction == 0 && (after_comma || reports_on(token)))
          return token;
        if (bare && after_comma && is_finite(form)) return token;
      }
      if (after_comma && leads_to_report(token)) return token;
      if (after_comma && (has_report_role(words_, token, "boundary") || has_report_role(words_, token, "attribution")))
        return token;
    }
    return static_cast<uint32_t>(words_.size());
  }

  [[nodiscard]] static bool is_finite(std::string_view form) {
    return form == "verb" || form == "tell" || form == "came" || form == "relay";
  }

  // ", while the committee stressed": another's report within two words of the comma.
  [[nodiscard]] bool leads_to_report(uint32_t token) const {
    constexpr uint32_t kReach = 2;
    for (uint32_t at = token + 1; at <= token + kReach && at < words_.size(); ++at) {
      const WordMatch* verb = words_.find(at, Table::report_verbs);
      if (verb == nullptr || verb->reading.article || verb->reading.preposition != 0 || speakers_.mention_at(at))
        continue;
      if (is_finite(row_cell(verb->table, verb->row, report_verbs_columns::form)) && !is_that(words_, at - 1))
        return true;
    }
    return false;
  }

  // "that", "to", "on" or a quotation follows: a participle that reports, not an adjective.
  [[nodiscard]] bool reports_on(uint32_t token) const {
    constexpr uint32_t kReach = 3;
    for (uint32_t at = token + 1; at <= token + kReach && at < words_.size(); ++at)
      if (is_that(words_, at) || quoted_[at] || has_report_role(words_, at, "toward")) return true;
    return false;
  }

  // A full stop inside a number or name goes on without a space.
  [[nodiscard]] bool is_glued_point(uint32_t token) const {
    return token + 1 < words_.size() && !words_.tokens[token + 1].space_before &&
           !words_.tokens[token + 1].line_start && words_.tokens[token + 1].kind != TokenKind::punctuation;
  }

  void add(QuoteKind kind, const Report& report, const Speaker& speaker, uint32_t first, uint32_t last) {
    Found found;
    found.first = first;
    found.last = last;
    Quote& quote = found.quote;
    quote.kind = kind;
    quote.span = words_.view.to_source({words_.tokens[first].span.begin, words_.tokens[last - 1].span.end});
    quote.speaker = speaker.mention;
    if (!speaker.mention && speaker.phrase) quote.speaker_span = words_.view.to_source(*speaker.phrase);
    quote.verb = words_.view.to_source({report.begin, words_.tokens[report.last - 1].span.end});
    quote.stance = report.stance;
    if (const Report* verb = verb_of(report); verb != nullptr && report.stance == Stance::neutral)
      quote.stance = verb->stance;
    quote.anonymous = speaker.anonymous;
    speakers_.remember(speaker, last);
    found_.push_back(std::move(found));
  }

  const Words& words_;
  const Analysis& analysis_;
  Speakers speakers_;
  std::vector<QuotedRun> runs_;
  std::vector<Report> reports_;
  std::vector<Cue> cues_;
  std::vector<bool> quoted_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Quote> find_quotes(const Words& words, const Analysis& analysis) {
  if (words.size() == 0) return {};
  return QuoteFinder(words, analysis).find();
}

}  // namespace fihris
