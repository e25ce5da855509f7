// Names that their surroundings make certain: quoted titles behind "novel" or
// "film", a Latin spelling in brackets behind its Arabic one, a head that joins
// the name behind it ("airport", "museum"). They read what the tagger proposed,
// add firm proposals and correct types; decision.cpp still chooses.
#pragma once
#include "names/candidates.h"

namespace fihris {

// Candidates are the tagger's, in text order.
void propose_quoted_works(const NameContext& context, std::vector<NameCandidate>& candidates);
void propose_repeated_works(const NameContext& context, std::vector<NameCandidate>& candidates);
void propose_headed_wholes(const NameContext& context, std::vector<NameCandidate>& candidates);
void propose_joined_persons(const NameContext& context, std::vector<NameCandidate>& candidates);
void propose_known_wholes(const NameContext& context, std::vector<NameCandidate>& candidates);
void propose_alliances(const NameContext& context, std::vector<NameCandidate>& candidates);
void agree_on_cuts(const NameContext& context, std::vector<NameCandidate>& candidates);
void agree_on_languages(const NameContext& context, std::vector<NameCandidate>& candidates);
void agree_on_spellings(const NameContext& context, std::vector<NameCandidate>& candidates);

// Of several lexicon rows of one name, the one of the article's country.
void agree_on_countries(const NameContext& context, std::vector<NameCandidate>& chosen);

}  // namespace fihris
