#include "names/tagger.h"

#include "names/features.h"
#include "names/lattice.h"
#include "names/model.h"
#include "names/token_scores.h"

namespace fihris {
namespace {

// Longer sentences are cut: nothing reaches so far, and memory stays bounded.
constexpr size_t kLongestSentence = 400;

// Ways through a token that lose more nats than this against staying outside
// are left out of the confidences, which they change by a thousandth at most
// (measured over the training news); the best labels they cannot change.
constexpr float kMargin = 3;

bool has_names(const std::vector<uint8_t>& labels) {
  for (const uint8_t label : labels)
    if (label != kOutside) return true;
  return false;
}

Transitions scale_transitions(const NamesModel& model) {
  std::array<float, kTransitions> weights;
  for (size_t i = 0; i < kTransitions; ++i) weights[i] = static_cast<float>(model.transitions()[i]) * model.scale();
  return Transitions(weights);
}

// Spans of the best labels, with the probability that each is right.
void append_spans(const Tokens& tokens, const std::vector<TokenFacts>& facts, const NamesModel& model,
                  const Transitions& transitions, size_t first, std::span<const ScoreRow> rows,
                  std::vector<TaggedSpan>& out) {
  const std::vector<uint8_t> labels = find_best_labels(rows, model.transitions());
  if (!has_names(labels)) return;
  std::vector<Scores> scores(rows.size());
  for (size_t t = 0; t < rows.size(); ++t)
    for (size_t j = 0; j < kLabels; ++j) scores[t][j] = static_cast<float>(rows[t][j]) * model.scale();
  const Lattice lattice(scores, transitions);
  for (size_t t = 0; t < labels.size(); ++t) {
    if (labels[t] == kOutside) continue;
    const size_t start = t;
    const size_t type = type_of_label(labels[t]);
    if (labels[t] >= kBegin) {
      while (labels[++t] >= kInside) {
      }
    }
    TaggedSpan span;
    span.first = static_cast<uint32_t>(first + start);
    span.last = static_cast<uint32_t>(first + t + 1);
    span.span = {facts[span.first].begin, tokens[span.last - 1].span.end};
    span.type = static_cast<EntityType>(type);
    span.confidence = model.calibrate(lattice.name_probability(start, t + 1, type));
    out.push_back(span);
  }
}

}  // namespace

std::vector<TaggedSpan> tag_names(const View& view, const Tokens& tokens, const std::vector<LexiconHit>& hits) {
  return tag_names(view, tokens, hits, embedded_model());
}

std::vector<TaggedSpan> tag_names(const View& view, const Tokens& tokens, const std::vector<LexiconHit>& hits,
                                  const NamesModel& model) {
  std::vector<TaggedSpan> out;
  if (!model.is_open() || tokens.size() == 0) return out;
  const std::vector<TokenFacts> facts = gather_facts(view, tokens, hits, model.vocabulary());
  const Transitions transitions = scale_transitions(model);
  const auto margin = static_cast<int32_t>(kMargin / model.scale());
  TokenScores scores(view, tokens, facts, model);
  for (size_t first = 0; first < tokens.size();) {
    const size_t last = find_stretch_end(tokens, first);
    const std::vector<ScoreRow> rows = scores.score_sentence(first, last);
    for (const Stretch& open : find_open_stretches(rows, model.transitions(), margin)) {
      append_spans(tokens, facts, model, transitions, first + open.first,
                   std::span(rows).subspan(open.first, open.last - open.first), out);
    }
    first = last;
  }
  return out;
}

size_t find_stretch_end(const Tokens& tokens, size_t first) {
  size_t last = first + 1;
  while (last < tokens.size() && last - first < kLongestSentence && tokens[last].sentence == tokens[first].sentence) {
    ++last;
  }
  return last;
}

}  // namespace fihris
