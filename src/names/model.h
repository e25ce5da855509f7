// The trained model as one constant blob, read in place: header, transition
// weights, hashed feature weights in buckets, the vocabulary, the calibration
// table. Opening checks magic, version, sizes and checksum and says what is
// wrong; a blob that fails is never read further. How a model comes about is
// in MODEL.md.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "names/labels.h"
#include "names/vocabulary.h"
#include "names/weight_rows.h"

namespace fihris {

inline constexpr uint32_t kModelMagic = 0x4D4E4846;  // "FHNM"
inline constexpr uint32_t kModelVersion = 2;
inline constexpr size_t kCalibrationSteps = 21;  // confidence at 0, 0.05 .. 1

struct LabelWeight {
  uint8_t label = 0;
  int8_t weight = 0;
};

class NamesModel {
 public:
  // "" if sound, else what is wrong. The bytes must outlive the model.
  [[nodiscard]] std::string_view open(std::span<const uint8_t> bytes);
  [[nodiscard]] bool is_open() const { return open_; }

  // Adds the weights of every key the model knows.
  void add_scores(std::span<const uint32_t> keys, WeightRows::Recent& recent, LaneRow& sums) const {
    rows_.add_scores(keys, recent, sums);
  }
  [[nodiscard]] std::span<const int16_t> transitions() const { return transitions_; }
  // What one unit of an integer score is worth.
  [[nodiscard]] float scale() const { return scale_; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] float calibrate(float probability) const;

 private:
  // The packed weights: a u32 per kBucketGroup buckets, a u16 per bucket from its
  // group's base, then per key check:12 count:4, then label, weight ...
  [[nodiscard]] bool unpack_rows(const uint8_t* index, std::span<const uint8_t> stream);

  bool open_ = false;
  std::array<int16_t, kTransitions> transitions_{};
  std::array<uint8_t, kCalibrationSteps> calibration_{};
  float scale_ = 0;
  WeightRows rows_;
  Vocabulary vocabulary_;
};

struct ModelParts {
  float scale = 0;
  std::array<int16_t, kTransitions> transitions{};
  std::array<uint8_t, kCalibrationSteps> calibration{};
  std::vector<std::pair<uint32_t, std::vector<LabelWeight>>> features;  // by ascending key
  std::vector<uint8_t> vocabulary;
};

[[nodiscard]] std::vector<uint8_t> pack_model(const ModelParts& parts);

// The model built into the program, opened once; not open where it is unsound.
[[nodiscard]] const NamesModel& embedded_model();

}  // namespace fihris
