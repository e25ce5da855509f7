// Where the words around one of the tagger's spans contradict it: a reporting
// verb taken for a first name, an adjective for a place, a remark for a title.
// Each function mends or drops the tagger's proposals; what contexts.cpp adds
// comes later. One name with two types is left alone: "Rome" the city and "Rome"
// the club stand in one text, and the tagger tells them apart better than a vote.
#pragma once
#include "names/candidates.h"

namespace fihris {

// Candidates are the tagger's, in text order, and stay so.
void trim_loose_ends(const NameContext& context, std::vector<NameCandidate>& candidates);
void drop_contradicted(const NameContext& context, std::vector<NameCandidate>& candidates);
void correct_types(const NameContext& context, std::vector<NameCandidate>& candidates);

}  // namespace fihris
