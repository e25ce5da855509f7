// Puts the quotes together: what each verb of speech reports and who says it,
// then the quotations that no verb before them took: "<words>, said X",
// "X: <words>", "<words>, according to X", and a speech that goes on.
#include "links/quotes.h"

#include <algorithm>

#include "links/report_contents.h"
#include "links/speakers.h"
#include "text/characters.h"

namespace fihris {
namespace {

constexpr uint32_t kFarthestSource = 15;  // tokens from "according to" to the words
constexpr uint32_t kFewestWords = 5;      // of a quotation that no verb introduces

class QuoteFinder {
 public:
  explicit QuoteFinder(const ReportedText& text)
      : text_(text), contents_(find_contents(text)), taken_by_(text.quotations.size(), kNone), speakers_(text) {}

  std::vector<Quote> run() {
    for (uint32_t k = 0; k < contents_.size(); ++k) {
      if (contents_[k].is_direct()) taken_by_[contents_[k].quotation] = k;
    }
    find_sources();
    uint32_t next = 0;
    uint32_t source = 0;
    for (uint32_t k = 0; k < contents_.size(); ++k) {
      while (source < sources_.size() && sources_[source] < text_.verbs[k].first) hear_source(sources_[source++]);
      while (next < text_.quotations.size() && text_.quotations[next].open < text_.verbs[k].first) add_unspoken(next++);
      add_reported(k);
    }
    while (next < text_.quotations.size()) add_unspoken(next++);
    std::stable_sort(quotes_.begin(), quotes_.end(),
                     [](const Quote& a, const Quote& b) { return a.span.begin < b.span.begin; });
    return std::move(quotes_);
  }

 private:
  void add(Span span, QuoteKind kind, const Speaker& speaker, const ReportVerb* verb) {
    Quote quote{.span = span, .kind = kind, .speaker = speaker.mention};
    if (!speaker.mention && speaker.first < speaker.last) quote.speaker_span = phrase_span(speaker);
    if (verb != nullptr) {
      const View& view = text_.words.view;
      quote.verb = view.to_source({verb->stem, text_.words.tokens[verb->last - 1].span.end});
      quote.stance = verb->stance;
    }
    quote.anonymous = speaker.anonymous && !speaker.mention;
    quotes_.push_back(quote);
  }

  // The phrase without a proclitic on its first word.
  [[nodiscard]] Span phrase_span(const Speaker& speaker) const {
    Span span = text_.span(speaker.first, speaker.last);
    if (speaker.cut != 0) span.begin = text_.words.view.begins[speaker.cut];
    return span;
  }

  [[nodiscard]] Span words_of(const Quotation& quotation) const {
    uint32_t end = quotation.end;
    while (!quotation.closed && end > quotation.open + 2 && text_.mark(end - 1) == u'.') --end;
    return text_.span(quotation.open + 1, end);
  }

  // Whoever is named as a source may go on speaking: "..., according to Ahmad. He added".
  void find_sources() {
    for (uint32_t i = 0; i + 1 < text_.size(); ++i) {
      if (text_.has_role(i, Table::report_words, "source")) sources_.push_back(i);
    }
  }
  void hear_source(uint32_t token) {
    const uint32_t first = token + text_.role_tokens(token, Table::report_words);
    if (first >= text_.size()) return;
    const Speaker speaker = speakers_.read_source(first, text_.sentence_end[token]);
    const bool person = speaker.mention && text_.analysis.mentions[*speaker.mention].type == EntityType::person;
    if (person) speakers_.remember(speaker, std::nullopt, token);
  }

  void add_reported(uint32_t k) {
    const ReportVerb& verb = text_.verbs[k];
    const ReportContent& content = contents_[k];
    const Speaker speaker = speakers_.find(verb, content);
    if (content.exists()) last_verb_ = &verb;
    if (content.is_indirect()) {
      add(text_.span(content.begin, content.end), QuoteKind::indirect, speaker, &verb);
      last_end_ = content.end;
    }
    if (!content.is_direct()) return;
    add(words_of(text_.quotations[content.quotation]), QuoteKind::direct, speaker, &verb);
    last_end_ = text_.quotations[content.quotation].next();
  }

  // A quotation that no verb before it took.
  void add_unspoken(uint32_t q) {
    const Quotation& quotation = text_.quotations[q];
    if (taken_by_[q] != kNone || quotation.words < 3 || is_quoted_name(text_, quotation)) return;
    const bool paused = text_.is_comma(quotation.next());
    const uint32_t behind = paused ? quotation.next() + 1 : quotation.next();
    if (add_verb_behind(q, behind, paused) || add_source_behind(q, behind)) return;
    if (quotation.open > 0 && text_.mark(quotation.open - 1) == u':' && quotation.words >= kFewestWords) {
      add_alone(q, speakers_.find_before_colon(quotation.open - 1));
    } else if (add_source_before(q)) {
      return;
    } else if (goes_on(q)) {
      const bool same_sentence = !text_.words.tokens[quotation.open].line_start;
      add_alone(q, speakers_.last(), same_sentence ? last_verb_ : nullptr);
    }
  }

  void add_alone(uint32_t q, const Speaker& speaker, const ReportVerb* verb = nullptr) {
    add(words_of(text_.quotations[q]), QuoteKind::direct, speaker, verb);
    speakers_.remember(speaker, std::nullopt, text_.quotations[q].open);
    last_end_ = text_.quotations[q].next();
  }

  // "<words>, said the minister": the verb reports nothing else.
  bool add_verb_behind(uint32_t q, uint32_t behind, bool paused) {
    if (behind < text_.size() && text_.opens_clause(behind)) ++behind;
    if (behind >= text_.size() || text_.verb_at[behind] == kNone) return false;
    const uint32_t k = text_.verb_at[behind];
    const ReportVerb& verb = text_.verbs[k];
    if (!verb.is_finite() || verb.joined || contents_[k].exists()) return false;
    // Without a pause the quotation may be the subject: "<the project> threatens the river".
    const bool tells = verb.frame == VerbFrame::tell || verb.frame == VerbFrame::act;
    if (verb.frame != VerbFrame::say && !(paused && tells)) return false;
    const Speaker speaker = speakers_.find(verb, {});
    add(words_of(text_.quotations[q]), QuoteKind::direct, speaker, &verb);
    speakers_.remember(speaker, verb.subject, verb.first);
    last_end_ = text_.quotations[q].next();
    return true;
  }

  // "<words>, according to the ministry".
  bool add_source_behind(uint32_t q, uint32_t behind) {
    if (behind >= text_.size() || !text_.has_role(behind, Table::report_words, "source")) return false;
    if (text_.quotations[q].words < kFewestWords) return false;
    const uint32_t first = behind + text_.role_tokens(behind, Table::report_words);
    const uint32_t limit = first < text_.size() ? text_.sentence_end[first] : first;
    Speaker speaker = speakers_.read_source(first, limit);
    if (!speaker.exists()) return false;
    add_alone(q, speaker);
    return true;
  }

  // "According to the minister, <words>" and "..., then <words>".
  bool add_source_before(uint32_t q) {
    const Quotation& quotation = text_.quotations[q];
    const auto after = std::lower_bound(sources_.begin(), sources_.end(), quotation.open);
    if (quotation.words < kFewestWords || after == sources_.begin() || quotation.open < 2) return false;
    const uint32_t source = *std::prev(after);
    const uint32_t first = source + text_.role_tokens(source, Table::report_words);
    const bool near = quotation.open - source <= kFarthestSource && text_.sentence_end[source] > quotation.open;
    const bool leads = text_.is_comma(quotation.open - 1) || text_.is_that_then(quotation.open - 1);
    if (!near || !leads || first >= quotation.open - 1) return false;
    const Speaker speaker = speakers_.read_source(first, quotation.open - 1);
    if (!speaker.exists()) return false;
    add_alone(q, speaker);
    return true;
  }

  // The next paragraph of the same speech, or its next words: "<words>" and "<words>".
  [[nodiscard]] bool goes_on(uint32_t q) const {
    if (last_end_ == kNone) return false;
    const Quotation& quotation = text_.quotations[q];
    const auto& tokens = text_.words.tokens;
    const uint32_t gap = quotation.open - last_end_;
    if (tokens[quotation.open].line_start) return gap <= 2 && quotation.words >= 6;
    return gap <= 5 && quotation.words >= kFewestWords &&
           tokens[quotation.open].sentence == tokens[last_end_ - 1].sentence;
  }

  const ReportedText& text_;
  std::vector<ReportContent> contents_;
  std::vector<uint32_t> taken_by_;  // per quotation: the verb that introduces it, or kNone
  Speakers speakers_;
  std::vector<Quote> quotes_;
  std::vector<uint32_t> sources_;  // tokens of "according to"
  const ReportVerb* last_verb_ = nullptr;
  uint32_t last_end_ = kNone;  // one past the last quote's words and marks
};

}  // namespace

std::vector<Quote> find_quotes(const Words& words, const Analysis& analysis) {
  const ReportedText text = read_reported_text(words, analysis);
  return QuoteFinder(text).run();
}

}  // namespace fihris
