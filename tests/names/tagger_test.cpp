// The names model and the tagger: a broken model is refused and named, a sound
// one gives the same answers every time and holds a floor on hard sentences.
#include "names/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <iostream>

#include "analysis.h"
#include "gold.h"
#include "names/lattice.h"
#include "names/model.h"

extern "C" const uint8_t fihris_names_model[];
extern "C" const uint8_t fihris_names_model_end[];

namespace fihris {
namespace {

std::vector<uint8_t> model_bytes() { return {fihris_names_model, fihris_names_model_end}; }

TEST(NamesModel, OpensAsBuiltIn) {
  NamesModel model;
  const std::vector<uint8_t> bytes = model_bytes();
  EXPECT_EQ(model.open(bytes), "");
  EXPECT_TRUE(model.is_open());
  EXPECT_TRUE(embedded_model().is_open());
}

TEST(NamesModel, RefusesAFlippedBit) {
  NamesModel model;
  std::vector<uint8_t> bytes = model_bytes();
  bytes[bytes.size() / 2] ^= 1U;
  EXPECT_EQ(model.open(bytes), "the names model's checksum does not match");
  EXPECT_FALSE(model.is_open());
}

TEST(NamesModel, RefusesAnotherVersion) {
  NamesModel model;
  std::vector<uint8_t> bytes = model_bytes();
  bytes[4] = static_cast<uint8_t>(bytes[4] + 1);
  EXPECT_EQ(model.open(bytes), "the names model is of another version");
}

TEST(NamesModel, RefusesWhatIsNoModel) {
  NamesModel model;
  std::vector<uint8_t> bytes = model_bytes();
  bytes[0] = 'x';
  EXPECT_EQ(model.open(bytes), "this is not a names model");
  bytes.resize(100);
  EXPECT_EQ(model.open(bytes), "the names model is cut short");
  bytes = model_bytes();
  bytes.pop_back();
  EXPECT_EQ(model.open(bytes), "the names model has the wrong size");
  EXPECT_EQ(model.open({}), "the names model is cut short");
}

TEST(NamesModel, PacksAndReadsBackWeights) {
  ModelParts parts;
  parts.scale = 0.5F;
  std::vector<LabelWeight> many;
  for (uint8_t j = 0; j < kLabels; ++j) many.push_back({j, static_cast<int8_t>(j - 20)});
  parts.features = {{5, {{3, -7}}}, {0x0003FFFU, many}, {0x003F0012U, {{0, 127}}}, {0x0FFFFFFFU, {{48, -127}, {1, 1}}}};
  parts.vocabulary = pack_vocabulary({}, std::vector<uint8_t>(kFineClasses), std::vector<uint8_t>(kFineClasses));
  const std::vector<uint8_t> bytes = pack_model(parts);
  NamesModel model;
  ASSERT_EQ(model.open(bytes), "");
  WeightRows::Recent recent;
  for (size_t time = 0; time < 2; ++time) {  // found, then found again
    for (const auto& [key, weights] : parts.features) {
      LaneRow row{};
      model.add_scores(std::span(&key, 1), recent, row);
      for (const LabelWeight& weight : weights) EXPECT_EQ(row[weight.label], weight.weight) << key;
    }
  }
  LaneRow none{};
  const uint32_t unknown = 6;
  model.add_scores(std::span(&unknown, 1), recent, none);
  EXPECT_EQ(none, LaneRow{});
}

// Keys that crowd into one bucket go on in the next ones, from the last in the first.
TEST(WeightRows, FindsEveryKeyOfACrowdedBucket) {
  WeightRows rows;
  rows.clear();
  const uint32_t crowd = 40;
  const std::array<uint32_t, 3> starts = {0, 0x0ABC0000U, (1U << kKeyBits) - crowd};
  for (const uint32_t start : starts) {
    for (uint32_t key = start; key < start + crowd; ++key) {
      const std::array<uint8_t, 1> label = {static_cast<uint8_t>(key % kLabels)};
      const std::array<int8_t, 1> weight = {static_cast<int8_t>(1 + key % 100)};
      rows.append(key, label, weight);
    }
  }
  rows.finish();
  WeightRows::Recent recent;
  for (const uint32_t start : starts) {
    for (uint32_t key = start; key < start + crowd; ++key) {
      LaneRow sums{};
      rows.add_scores(std::span(&key, 1), recent, sums);
      LaneRow expected{};
      expected[key % kLabels] = static_cast<int16_t>(1 + key % 100);
      EXPECT_EQ(sums, expected) << key;
    }
  }
  LaneRow none{};
  const std::array<uint32_t, 2> unknown = {crowd, 0x0ABC0000U - 1};
  rows.add_scores(unknown, recent, none);
  EXPECT_EQ(none, LaneRow{});
}

TEST(Lattice, MarginalsSumToOneAndAgreeWithPaths) {
  std::array<float, kTransitions> weights{};
  weights[transition_between(kOutside, kBegin)] = 0.5F;
  const Transitions transitions(weights);
  std::vector<Scores> scores(3);
  for (size_t t = 0; t < scores.size(); ++t)
    for (size_t j = 0; j < kLabels; ++j) scores[t][j] = static_cast<float>((t * 7 + j * 3) % 5) * 0.3F;
  const Lattice lattice(scores, transitions);
  for (size_t t = 0; t < scores.size(); ++t) {
    float sum = 0;
    for (size_t j = 0; j < kLabels; ++j) sum += lattice.marginal(t, j);
    EXPECT_NEAR(sum, 1.0F, 1e-4F);
  }
  EXPECT_NEAR(lattice.name_probability(1, 2, 0), lattice.marginal(1, kSingle), 1e-6F);
  EXPECT_LE(lattice.name_probability(0, 2, 0), lattice.marginal(0, kBegin));
}

TEST(Tagger, IsTheSameTwiceAndQuietOnNothing) {
  EXPECT_TRUE(tag_names(make_view(u""), find_tokens(make_view(u"")), {}).empty());
  const gold::File file = gold::read_file(FIHRIS_SOURCE_DIR "/tests/names/names_hard.txt");
  ASSERT_EQ(file.error, "");
  for (const gold::Case& c : file.cases) EXPECT_EQ(find_lines(file, c), find_lines(file, c));
}

// A floor well below what the model reaches: a silently broken model falls
// through it, a retrained one does not.
TEST(Tagger, HoldsItsFloorOnHardSentences) {
  const gold::File file = gold::read_file(FIHRIS_SOURCE_DIR "/tests/names/names_hard.txt");
  ASSERT_EQ(file.error, "");
  ASSERT_GE(file.cases.size(), 150U);
  size_t right = 0;
  size_t found_count = 0;
  size_t expected_count = 0;
  for (const gold::Case& c : file.cases) {
    const std::vector<std::string> found = find_lines(file, c);
    found_count += found.size();
    expected_count += c.expected.size();
    for (const std::string& line : c.expected) {
      const bool met = std::find(found.begin(), found.end(), line) != found.end();
      right += met ? 1 : 0;
      if (!met && std::getenv("FIHRIS_SHOW")) std::cout << c.title << ": " << line << " | " << c.text << "\n";
    }
  }
  const double f1 = 200.0 * static_cast<double>(right) / static_cast<double>(found_count + expected_count);
  std::cout << "hard sentences: F1 " << f1 << " (" << right << " of " << expected_count << ", " << found_count
            << " found)\n";
  EXPECT_GE(f1, 80.0);
}

}  // namespace
}  // namespace fihris
