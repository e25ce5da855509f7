#include "names/model.h"

#include <algorithm>
#include <cstring>

#include "names/features.h"
#include "names/float_bits.h"

extern "C" const uint8_t fihris_names_model[];
extern "C" const uint8_t fihris_names_model_end[];

namespace fihris {
namespace {

constexpr uint32_t kBucketBits = 16;
constexpr uint32_t kBuckets = 1U << kBucketBits;
constexpr uint32_t kBucketGroup = 64;
constexpr uint32_t kCheckBits = kKeyBits - kBucketBits;
constexpr uint32_t kManyLabels = 14;  // as a count: the true count follows in a byte
constexpr uint32_t kEveryLabel = 15;  // as a count: a weight for every label follows, without labels
constexpr size_t kDenseFrom = kLabels / 2;

struct Header {
  uint32_t magic = kModelMagic;
  uint32_t version = kModelVersion;
  uint32_t size = 0;
  uint32_t checksum = 0;  // of everything after the header
  uint32_t scale = 0;     // bits of a float
  uint32_t stream = 0;    // bytes
  uint32_t vocabulary = 0;
  uint32_t labels = kLabels;
};

constexpr size_t kIndexBytes = 4 * (kBuckets / kBucketGroup) + 2 * (kBuckets + 1);
constexpr size_t kFixedBytes = 2 * kTransitions + kCalibrationSteps + kIndexBytes;

uint32_t checksum_of(std::span<const uint8_t> bytes) {
  uint32_t hash = 0x811C9DC5U;
  for (const uint8_t byte : bytes) hash = (hash ^ byte) * 0x01000193U;
  return hash;
}

uint32_t read16(const uint8_t* at) { return static_cast<uint32_t>(at[0] | at[1] << 8); }
uint32_t read32(const uint8_t* at) { return read16(at) | read16(at + 2) << 16U; }

void append16(std::vector<uint8_t>& out, uint32_t value) {
  out.push_back(static_cast<uint8_t>(value));
  out.push_back(static_cast<uint8_t>(value >> 8U));
}

void append_features(const ModelParts& parts, std::vector<uint8_t>& out) {
  std::vector<uint8_t> stream;
  std::vector<uint32_t> starts(kBuckets + 1, 0);
  size_t next = 0;
  for (uint32_t bucket = 0; bucket < kBuckets; ++bucket) {
    starts[bucket] = static_cast<uint32_t>(stream.size());
    for (; next < parts.features.size() && parts.features[next].first >> kCheckBits == bucket; ++next) {
      const auto& [key, weights] = parts.features[next];
      const auto count = static_cast<uint32_t>(weights.size());
      if (count >= kDenseFrom) {
        append16(stream, (key & ((1U << kCheckBits) - 1)) << 4U | kEveryLabel);
        std::array<uint8_t, kLabels> row{};
        for (const LabelWeight& weight : weights) row[weight.label] = static_cast<uint8_t>(weight.weight);
        stream.insert(stream.end(), row.begin(), row.end());
        continue;
      }
      append16(stream, (key & ((1U << kCheckBits) - 1)) << 4U | std::min(count, kManyLabels));
      if (count >= kManyLabels) stream.push_back(static_cast<uint8_t>(count));
      for (const LabelWeight& weight : weights) {
        stream.push_back(weight.label);
        stream.push_back(static_cast<uint8_t>(weight.weight));
      }
    }
  }
  starts[kBuckets] = static_cast<uint32_t>(stream.size());
  for (uint32_t bucket = 0; bucket < kBuckets; bucket += kBucketGroup) {
    append16(out, starts[bucket]);
    append16(out, starts[bucket] >> 16U);
  }
  // The end of the last bucket has no group of its own; it is relative to the last one.
  for (uint32_t bucket = 0; bucket <= kBuckets; ++bucket) {
    const uint32_t group = std::min(bucket, kBuckets - 1) / kBucketGroup * kBucketGroup;
    append16(out, starts[bucket] - starts[group]);
  }
  out.insert(out.end(), stream.begin(), stream.end());
}

}  // namespace

std::string_view NamesModel::open(std::span<const uint8_t> bytes) {
  open_ = false;
  Header header;
  if (bytes.size() < sizeof header + kFixedBytes) return "the names model is cut short";
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kModelMagic) return "this is not a names model";
  if (header.version != kModelVersion || header.labels != kLabels) return "the names model is of another version";
  const size_t whole = sizeof header + kFixedBytes + size_t{header.stream} + header.vocabulary;
  if (header.size != bytes.size() || whole != bytes.size()) return "the names model has the wrong size";
  if (checksum_of(bytes.subspan(sizeof header)) != header.checksum) return "the names model's checksum does not match";
  const uint8_t* at = bytes.data() + sizeof header;
  for (size_t i = 0; i < kTransitions; ++i) transitions_[i] = static_cast<int16_t>(read16(at + 2 * i));
  at += 2 * kTransitions;
  std::copy(at, at + kCalibrationSteps, calibration_.begin());
  const uint8_t* index = at + kCalibrationSteps;
  scale_ = float_of_bits(header.scale);
  if (!vocabulary_.open(bytes.subspan(bytes.size() - header.vocabulary)))
    return "the names model's words are malformed";
  const auto begin = static_cast<size_t>(index - bytes.data()) + kIndexBytes;
  if (!unpack_rows(index, bytes.subspan(begin, header.stream))) return "the names model's weights are malformed";
  open_ = true;
  return "";
}

// The packed weights as rows; false where they run past their end or out of order.
bool NamesModel::unpack_rows(const uint8_t* index, std::span<const uint8_t> stream) {
  const uint8_t* offsets = index + 4 * (kBuckets / kBucketGroup);
  rows_.clear();
  std::array<uint8_t, kLabels> labels;
  std::array<int8_t, kLabels> weights;
  size_t at = 0;
  for (uint32_t bucket = 0; bucket < kBuckets; ++bucket) {
    const uint32_t group = std::min(bucket + 1, kBuckets - 1) / kBucketGroup;
    const size_t end = size_t{read32(index + 4 * group)} + read16(offsets + 2 * (bucket + 1));
    if (end > stream.size() || end < at) return false;
    while (at < end) {
      if (end - at < 2) return false;
      const uint32_t head = read16(&stream[at]);
      at += 2;
      size_t count = head & 15U;
      const bool dense = count == kEveryLabel;
      if (count == kManyLabels && at < end) count = stream[at++];
      if (dense) count = kLabels;
      if (count > kLabels || end - at < (dense ? count : 2 * count)) return false;
      for (size_t i = 0; i < count; ++i) {
        labels[i] = dense ? static_cast<uint8_t>(i) : stream[at + 2 * i];
        weights[i] = static_cast<int8_t>(dense ? stream[at + i] : stream[at + 2 * i + 1]);
        if (labels[i] >= kLabels) return false;
      }
      at += dense ? count : 2 * count;
      rows_.append(bucket << kCheckBits | head >> 4U, {labels.data(), count}, {weights.data(), count});
    }
  }
  rows_.finish();
  return true;
}

float NamesModel::calibrate(float probability) const {
  const float place = std::clamp(probability, 0.0F, 1.0F) * static_cast<float>(kCalibrationSteps - 1);
  const auto step = std::min(static_cast<size_t>(place), kCalibrationSteps - 2);
  const float rest = place - static_cast<float>(step);
  const auto low = static_cast<float>(calibration_[step]);
  const auto high = static_cast<float>(calibration_[step + 1]);
  return (low + (high - low) * rest) / 255.0F;
}

std::vector<uint8_t> pack_model(const ModelParts& parts) {
  std::vector<uint8_t> body;
  for (const int16_t weight : parts.transitions) append16(body, static_cast<uint16_t>(weight));
  body.insert(body.end(), parts.calibration.begin(), parts.calibration.end());
  append_features(parts, body);
  Header header;
  header.scale = bits_of_float(parts.scale);
  header.stream = static_cast<uint32_t>(body.size() - kFixedBytes);
  header.vocabulary = static_cast<uint32_t>(parts.vocabulary.size());
  body.insert(body.end(), parts.vocabulary.begin(), parts.vocabulary.end());
  header.size = static_cast<uint32_t>(sizeof header + body.size());
  header.checksum = checksum_of(body);
  std::vector<uint8_t> out(sizeof header + body.size());
  std::memcpy(out.data(), &header, sizeof header);
  std::memcpy(out.data() + sizeof header, body.data(), body.size());
  return out;
}

const NamesModel& embedded_model() {
  static const NamesModel instance = [] {
    NamesModel model;
    const auto size = static_cast<size_t>(fihris_names_model_end - fihris_names_model);
    (void)model.open({fihris_names_model, size});
    return model;
  }();
  return instance;
}

}  // namespace fihris
