#include "names/names.h"

#include <algorithm>

#include "names/contexts.h"
#include "names/corrections.h"
#include "names/decision.h"
#include "names/model.h"
#include "names/repeats.h"
#include "names/titles.h"

namespace fihris {
namespace {

Mention to_mention(const View& view, const NameCandidate& c) {
  Mention out;
  out.span = view.to_source(c.span);
  out.first_token = c.first;
  out.last_token = c.last;
  out.type = c.type;
  out.confidence = std::clamp(c.score, 0.0F, 1.0F);
  out.via = c.via;
  out.evidence = c.evidence;
  if (c.row != NameCandidate::kNoRow && c.type != EntityType::occ) {
    out.country = lexicon_country(c.row);
    out.latin = lexicon_latin(c.row);
  }
  return out;
}

void append(std::vector<NameCandidate>& list, std::vector<NameCandidate> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Mention> find_names(const View& view, const Tokens& tokens, std::vector<Figure>& figures) {
  const std::vector<LexiconHit> hits = find_lexicon_hits(view, tokens);
  const NameContext context(view, tokens, hits);
  std::vector<NameCandidate> candidates;
  propose_tagged_names(context, candidates);
  trim_loose_ends(context, candidates);
  drop_contradicted(context, candidates);
  correct_types(context, candidates);
  agree_on_cuts(context, candidates);
  agree_on_languages(context, candidates);
  agree_on_spellings(context, candidates);
  propose_quoted_works(context, candidates);
  propose_repeated_works(context, candidates);
  propose_alliances(context, candidates);
  propose_headed_wholes(context, candidates);
  propose_joined_persons(context, candidates);
  propose_known_wholes(context, candidates);
  // Beside the tagger, which has seen lexicon and cues, these take more than
  // they give; without a sound model they are what there is.
  const bool alone = !embedded_model().is_open();
  propose_latin_names(context, candidates, alone);
  if (alone) {
    propose_lexicon_names(context, candidates);
    propose_person_runs(context, candidates);
    propose_headed_names(context, candidates);
  }
  std::vector<NameCandidate> chosen = choose_names(context, std::move(candidates), figures);
  append(chosen, find_repeats(context, chosen, figures));
  drop_lone_titles(context, chosen);
  append(chosen, find_titles(context, chosen, !alone));
  agree_on_countries(context, chosen);
  std::sort(chosen.begin(), chosen.end(),
            [](const NameCandidate& a, const NameCandidate& b) { return a.span.begin < b.span.begin; });
  std::vector<Mention> out;
  out.reserve(chosen.size());
  for (const NameCandidate& c : chosen) out.push_back(to_mention(view, c));
  return out;
}

}  // namespace fihris
